package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.ColumnWords;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * {@code MODIFY} forgets what it is not told. Whatever columns a table has, a change of one part of one column leaves every
 * other part of every column as it was, as the server's own catalogue tells it, and so do the way back and the partitions.
 */
class MySqlModifiedColumnsTest {

    private static final MySqlServer SERVER = MySqlServer.given().orElseGet(MariaDbServer::shared);
    private static final TableName TABLE = TableName.parse("things");
    private static final int TABLES = Integer.getInteger("random.tables", 12);

    /** What a change of one part may show in the catalogue, beside the position, which is compared by itself. */
    private static final Map<String, Set<String>> SHOWN = Map.of(
            "comment", Set.of("COLUMN_COMMENT"),
            "nullable", Set.of("IS_NULLABLE", "COLUMN_DEFAULT"),
            "invisible", Set.of("EXTRA"),
            "position", Set.of(),
            "default", Set.of("COLUMN_DEFAULT", "EXTRA"));

    @Test
    void aChangeOfOnePartLeavesEveryOtherPartAlone() throws SQLException {
        for (int seed = 1; seed <= TABLES; seed++) {
            Random random = new Random(seed);
            TestSchema schema = SERVER.createSchema();
            try (Connection connection = schema.connect()) {
                Dialect dialect = Dialects.of(connection);
                String definition = new RandomMySqlTable(random, SERVER, dialect.version()).definition();
                LiveSchema.execute(connection, definition);
                for (Column column : model(dialect, connection).table(TABLE).columns()) {
                    for (Map.Entry<String, ColumnWords> change :
                            changes(column, dialect).entrySet()) {
                        holds(dialect, connection, column, change.getKey(), change.getValue(), definition);
                    }
                }
            } finally {
                schema.drop();
            }
        }
    }

    private static void holds(
            Dialect dialect, Connection connection, Column column, String part, ColumnWords words, String definition)
            throws SQLException {
        String as = part + " of " + column.name() + " in\n" + definition;
        AlterColumn change = words.operation();
        SchemaModel said = model(dialect, connection);
        String before = made(connection);
        Map<String, Map<String, String>> rows = rows(connection);

        run(dialect, connection, change, said);

        Map<String, Map<String, String>> changed = rows(connection);
        Set<String> shown = new LinkedHashSet<>(SHOWN.get(part));
        shown.forEach(name -> rows.get(column.name()).remove(name));
        shown.forEach(name -> changed.get(column.name()).remove(name));
        assertThat(changed).as(as).isEqualTo(rows);
        assertThat(dialect.normalized(model(dialect, connection)))
                .as(as)
                .isEqualTo(dialect.normalized(change.applyTo(said)));

        run(dialect, connection, change.inverse(said).orElseThrow(), model(dialect, connection));

        assertThat(made(connection)).as(as).isEqualTo(before);
    }

    private static Map<String, ColumnWords> changes(Column column, Dialect dialect) {
        Map<String, ColumnWords> changes = new LinkedHashMap<>();
        changes.put("comment", AlterColumn.of(TABLE, column.name()).comment(new Change.Set<>("it's \\ changed")));
        changes.put("position", AlterColumn.of(TABLE, column.name()).position(ColumnPosition.FIRST));
        boolean plain = column.generated().isEmpty() && column.identity().isEmpty();
        boolean key = column.name().equals("id");
        // MariaDB gives a default by itself to compressed columns and to moments of updates that must have a value.
        boolean left = column.name().startsWith("packed") || column.onUpdate().isPresent();
        if (plain && !key && !left) {
            changes.put("nullable", AlterColumn.of(TABLE, column.name()).nullable(!column.nullable()));
        }
        boolean filled = column.nullable() || column.defaultValue().isPresent();
        if (!dialect.describe().startsWith("MySQL 5.7") && filled && !key) {
            changes.put("invisible", AlterColumn.of(TABLE, column.name()).invisible(!column.invisible()));
        }
        if (column.name().startsWith("text")) {
            changes.put(
                    "default",
                    AlterColumn.of(TABLE, column.name()).defaultValue(new Change.Set<>(new DefaultValue.Text("n'ew"))));
        }
        return changes;
    }

    private static SchemaModel model(Dialect dialect, Connection connection) throws SQLException {
        return SchemaModel.of(dialect.catalog().tables(connection, List.of(TABLE)));
    }

    private static void run(Dialect dialect, Connection connection, Operation operation, SchemaModel before)
            throws SQLException {
        List<SqlStatement> statements = new ArrayList<>(dialect.render(operation, before));
        for (SqlStatement statement : statements) {
            LiveSchema.execute(connection, statement.sql());
        }
    }

    /**
     * With everything that the server tells, partitions included. Whether a character set was said together with the
     * collation that implies it, MySQL 9 remembers here, and tells in no catalogue.
     */
    private static String made(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE things")) {
            row.next();
            return row.getString(2).replaceAll(" CHARACTER SET \\w+(?= COLLATE)", "");
        }
    }

    /** The catalogue's own words, by column; without places. */
    private static Map<String, Map<String, String>> rows(Connection connection) throws SQLException {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM information_schema.COLUMNS"
                        + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'things'")) {
            while (row.next()) {
                Map<String, String> words = new TreeMap<>();
                for (int at = 1; at <= row.getMetaData().getColumnCount(); at++) {
                    words.put(
                            row.getMetaData().getColumnLabel(at),
                            Optional.ofNullable(row.getString(at)).orElse("-"));
                }
                words.remove("ORDINAL_POSITION");
                rows.put(row.getString("COLUMN_NAME"), words);
            }
        }
        return rows;
    }
}
