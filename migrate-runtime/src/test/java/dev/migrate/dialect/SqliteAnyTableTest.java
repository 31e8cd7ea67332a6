package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.Operation;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.SchemaModel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tables as people write them by hand, changed in one place: SQLite itself is asked about all that was not named. */
class SqliteAnyTableTest {

    private static final int TABLES = Integer.getInteger("random.tables", 300);

    /** What SQLite tells of a table without migrate's reading of it. The column {@code spare} is the one that changes. */
    private static final List<String> QUESTIONS = List.of(
            "SELECT name, coalesce(nullif(type, ''), 'BLOB'), \"notnull\", pk, hidden,"
                    + " trim(coalesce(dflt_value, ''), '()''') FROM pragma_table_xinfo(%1$s) WHERE name NOT LIKE 'spare%%'",
            "SELECT origin, \"unique\", partial, (SELECT group_concat(coalesce(name, '') || \"desc\" || coll)"
                    + " FROM pragma_index_xinfo(l.name) WHERE \"key\" = 1) FROM pragma_index_list(%1$s) l ORDER BY 1, 2, 3, 4",
            "SELECT \"table\", \"from\", coalesce(\"to\", (SELECT name FROM pragma_table_info(k.\"table\") WHERE pk = 1)),"
                    + " on_update, on_delete, match FROM pragma_foreign_key_list(%1$s) k ORDER BY 1, 2",
            "SELECT type, wr, strict FROM pragma_table_list(%1$s)",
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')"
                    + " OR tbl_name IN ('child', 'log') ORDER BY 1, 2",
            "SELECT * FROM child",
            "SELECT * FROM log",
            "SELECT * FROM first_view",
            "SELECT * FROM second_view");

    @Test
    void allThatIsNotNamedIsAsItWas() throws SQLException {
        for (long seed = 1; seed <= TABLES; seed++) {
            RandomSqliteTable table = new RandomSqliteTable(new Random(seed));
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                changed(connection, table, new Random(seed));
            } catch (SQLException | RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + ": " + e.getMessage() + "\n" + String.join(";\n", table.statements()), e);
            }
        }
    }

    private static void changed(Connection connection, RandomSqliteTable table, Random random) throws SQLException {
        for (String statement : table.statements()) {
            LiveSchema.execute(connection, statement);
        }
        Dialect dialect = Dialects.of(connection);
        List<String> before = told(connection, table);
        SchemaModel model = SchemaModel.of(dialect.catalog().tables(connection, List.of(table.name())));
        Operation change = change(table, random);

        for (SqlStatement statement : dialect.render(change, model)) {
            LiveSchema.execute(connection, statement.sql());
        }

        assertThat(told(connection, table)).as(change.describe()).containsExactlyElementsOf(before);
        assertThat(dialect.normalized(SchemaModel.of(dialect.catalog().tables(connection, List.of(table.name())))))
                .isEqualTo(dialect.normalized(dialect.after(change, model)));
        assertThat(SqliteRows.of(connection, "PRAGMA integrity_check")).containsExactly("ok");
        for (String statement : table.uses()) {
            LiveSchema.execute(connection, statement);
        }
    }

    private static List<String> told(Connection connection, RandomSqliteTable table) throws SQLException {
        List<String> told = new ArrayList<>();
        for (String question : QUESTIONS) {
            told.addAll(SqliteRows.of(connection, question.formatted(table.literal())));
        }
        told.addAll(SqliteRows.of(connection, table.rows()));
        return told;
    }

    private static Operation change(RandomSqliteTable table, Random random) {
        AddConstraint check =
                new AddConstraint(table.name(), new CheckConstraint("ck_new", "spare IS NULL OR spare <> 'no'"));
        AlterColumn required =
                AlterColumn.of(table.name(), "spare").nullable(false).operation();
        AlterColumn given = AlterColumn.of(table.name(), "spare")
                .defaultValue(new Change.Set<>(new DefaultValue.Text("s")))
                .operation();
        AddColumn more = new AddColumn(
                table.name(),
                Column.of("spare_too", new ColumnType.Text())
                        .withDefault(Optional.of(new DefaultValue.Expression("lower('X')"))));
        return switch (random.nextInt(5)) {
            case 0 -> check;
            case 1 -> required;
            case 2 -> given;
            case 3 -> more;
            default -> new AlterTable(table.name(), List.of(required, more, check));
        };
    }
}
