package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.TableOperation;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table that is built anew must not lose, one thing at a time. */
class SqliteKeptTest {

    private static final TableName T = TableName.parse("t");

    private Connection connection;
    private Dialect dialect;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        dialect = Dialects.of(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void run(String... statements) throws SQLException {
        for (String sql : statements) {
            LiveSchema.execute(connection, sql);
        }
    }

    private List<String> rows(String query) throws SQLException {
        return SqliteRows.of(connection, query);
    }

    private Table table(TableName name) throws SQLException {
        return dialect.catalog().tables(connection, List.of(name)).get(0);
    }

    private void apply(TableOperation change) throws SQLException {
        SchemaModel before = SchemaModel.of(List.of(table(change.table())));
        for (SqlStatement statement : dialect.render(change, before)) {
            run(statement.sql());
        }
    }

    private static AddConstraint check(TableName table, String condition) {
        return new AddConstraint(table, new CheckConstraint("ck_new", condition));
    }

    // Row numbers.

    @Test
    void aKeyThatNumbersItsRowsGoesOnNumberingWhenItIsMadeWider() throws SQLException {
        run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)", "INSERT INTO t (a) VALUES ('x')");

        apply(AlterColumn.of(T, "id").type(new ColumnType.IntegerType(64)).operation());
        run("INSERT INTO t (a) VALUES ('y')");

        assertThat(rows("SELECT id, rowid, a FROM t")).containsExactly("1 1 x", "2 2 y");
    }

    @Test
    void aKeyThatNumbersItsRowsGoesOnAfterTwoChanges() throws SQLException {
        run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)", "INSERT INTO t (a) VALUES ('x')");
        TableOperation wider =
                AlterColumn.of(T, "id").type(new ColumnType.IntegerType(64)).operation();

        apply(new AlterTable(T, List.of(wider, check(T, "a <> ''"))));
        run("INSERT INTO t (a) VALUES ('y')");

        assertThat(rows("SELECT id, rowid, a FROM t")).containsExactly("1 1 x", "2 2 y");
    }

    @Test
    void aKeyThatNumbersNothingIsNotMadeToNumberWhenAnotherColumnChanges() throws SQLException {
        run("CREATE TABLE t (id INT PRIMARY KEY, a TEXT)", "INSERT INTO t VALUES (7, 'x')");

        apply(check(T, "a <> ''"));
        run("INSERT INTO t (a) VALUES ('y')");

        assertThat(rows("SELECT id, a FROM t ORDER BY a")).containsExactly("7 x", "null y");
    }

    @Test
    void rowsKeepTheirNumbersAlthoughNoColumnShowsThem() throws SQLException {
        run(
                "CREATE TABLE t (a TEXT PRIMARY KEY, b INT)",
                "INSERT INTO t VALUES ('x', 1), ('y', 2), ('z', 3)",
                "DELETE FROM t WHERE a = 'x'");

        apply(check(T, "b > 0"));

        assertThat(rows("SELECT rowid, a FROM t")).containsExactly("2 y", "3 z");
    }

    @Test
    void rowsKeepTheirNumbersWhenAColumnHasTakenTheWordForThem() throws SQLException {
        run(
                "CREATE TABLE t (RowId TEXT, oid INT)",
                "INSERT INTO t VALUES ('x', 1), ('y', 2), ('z', 3)",
                "DELETE FROM t WHERE oid = 1");

        apply(check(T, "oid > 0"));

        assertThat(rows("SELECT _rowid_, rowid FROM t")).containsExactly("2 y", "3 z");
    }

    @Test
    void rowsWhoseNumbersNoWordIsLeftForAreCopiedWithoutThem() throws SQLException {
        run("CREATE TABLE t (rowid TEXT, oid INT, _rowid_ INT)", "INSERT INTO t VALUES ('x', 1, 2)");

        apply(check(T, "oid > 0"));

        assertThat(rows("SELECT * FROM t")).containsExactly("x 1 2");
    }

    // Conflicts.

    @Test
    void aConflictClauseDoesNotEatRowsWhileTheyAreCopied() throws SQLException {
        run(
                "CREATE TABLE t (a TEXT CONSTRAINT uq_a UNIQUE ON CONFLICT REPLACE, b INT)",
                "INSERT INTO t VALUES ('x', 1), ('X', 2)");

        assertThatThrownBy(() -> apply(AlterColumn.of(T, "a")
                        .collation(new Change.Set<>("NOCASE"))
                        .operation()))
                .hasMessageContaining("UNIQUE constraint failed");
    }

    @Test
    void aRenamedConstraintKeepsWhatHappensOnAConflict() throws SQLException {
        run(
                "CREATE TABLE t (a TEXT CONSTRAINT uq_a UNIQUE ON CONFLICT REPLACE, b INT)",
                "INSERT INTO t VALUES ('x', 1)");

        apply(new RenameConstraint(T, "uq_a", "uq_b", Optional.empty()));
        run("INSERT INTO t VALUES ('x', 2)");

        assertThat(rows("SELECT * FROM t")).containsExactly("x 2");
    }

    @Test
    void aConstraintThatTakesTheNameOfADroppedOneDoesNotTakeItsConflictClause() throws SQLException {
        run(
                "CREATE TABLE t (a TEXT CONSTRAINT uq_a UNIQUE ON CONFLICT REPLACE, b INT)",
                "INSERT INTO t VALUES ('x', 1)");

        apply(new AlterTable(
                T,
                List.of(
                        new DropConstraint(T, "uq_a"),
                        new AddConstraint(T, new UniqueConstraint("uq_a", List.of("a"))))));

        assertThatThrownBy(() -> run("INSERT INTO t VALUES ('x', 2)")).hasMessageContaining("UNIQUE constraint failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a TEXT NOT NULL ON CONFLICT IGNORE, b INT",
                "a TEXT, b INT, PRIMARY KEY (a DESC, b)",
                "a TEXT, b INT, UNIQUE (a COLLATE NOCASE)",
                "a INTEGER PRIMARY KEY DESC, b INT",
                "a TEXT PRIMARY KEY DESC, b INT",
            })
    void whatIsSaidAboutAKeyOrAnEmptyValueIsRefusedRatherThanLost(String columns) throws SQLException {
        run("CREATE TABLE t (" + columns + ")");

        assertThatThrownBy(() -> apply(check(T, "b > 0")))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("building it anew would lose what migrate cannot keep");
    }

    // What the planner of queries knows.

    @Test
    void whatWasCountedOfATableIsCountedAgain() throws SQLException {
        run(
                "CREATE TABLE t (a TEXT, b INT)",
                "CREATE INDEX ix_t_b ON t (b)",
                "CREATE TABLE other (a INT)",
                "CREATE INDEX ix_other_a ON other (a)",
                "INSERT INTO t VALUES ('x', 1), ('y', 1)",
                "INSERT INTO other VALUES (1)",
                "ANALYZE",
                "INSERT INTO other VALUES (2)");

        apply(check(T, "b > 0"));

        assertThat(rows("SELECT idx, stat FROM sqlite_stat1 ORDER BY idx"))
                .containsExactly("ix_other_a 1 1", "ix_t_b 2 2");
        assertThat(dialect.normalized(SchemaModel.of(List.of(table(T))))
                        .table(T)
                        .options())
                .isEmpty();
    }

    @Test
    void aTableOfWhichNothingWasCountedIsNotAnalyzed() throws SQLException {
        run("CREATE TABLE t (a TEXT, b INT)", "CREATE INDEX ix_t_b ON t (b)", "INSERT INTO t VALUES ('x', 1)");

        apply(check(T, "b > 0"));

        assertThat(rows("SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'"))
                .isEmpty();
    }

    // Strict tables.

    @Test
    void aStrictTableTakesEveryTypeOfColumn() throws SQLException {
        run("CREATE TABLE t (a TEXT) STRICT");
        List<ColumnType> types = List.of(
                new ColumnType.IntegerType(64),
                new ColumnType.IntegerType(32),
                new ColumnType.Bool(),
                new ColumnType.Decimal(9, 0),
                new ColumnType.Decimal(9, 2),
                new ColumnType.Floating(64),
                new ColumnType.VarChar(20),
                new ColumnType.Timestamp(3),
                new ColumnType.Uuid(),
                new ColumnType.Json(),
                new ColumnType.EnumOf(List.of("x", "y")),
                new ColumnType.VarBinary(8),
                new ColumnType.Raw("ANY"));
        LiveSchema live = LiveSchema.of(connection);
        live.adopt(T);
        for (int i = 0; i < types.size(); i++) {
            live.run(new AddColumn(T, Column.of("c" + i, types.get(i))));
            live.run(AlterColumn.of(T, "c" + i).nullable(false).operation());
        }

        assertThat(rows("SELECT type FROM pragma_table_info('t')"))
                .containsExactly(
                        "TEXT", "INT", "INTEGER", "INT", "INT", "REAL", "REAL", "TEXT", "TEXT", "TEXT", "TEXT", "TEXT",
                        "BLOB", "ANY");
    }

    @Test
    void aStrictTableIsMadeOfAnyColumnsAndTakesTheirValues() throws SQLException {
        LiveSchema live = LiveSchema.of(connection);
        live.run(new CreateTable(Table.of(T, List.of())
                .with(Column.of("id", new ColumnType.IntegerType(64)).withNullable(false))
                .with(Column.of("price", new ColumnType.Decimal(9, 2)))
                .with(Column.of("paid", new ColumnType.Bool()))
                .with(Column.of("made", new ColumnType.Timestamp(0)).withDefault(Optional.of(new DefaultValue.Now())))
                .with(new PrimaryKey("pk_t", List.of("id")))
                .withOptions(Map.of("strict", "true"))));

        run("INSERT INTO t (id, price, paid) VALUES (1, 1.25, TRUE), (2, 3, FALSE)");

        assertThat(rows("SELECT id, price, paid, length(made) FROM t")).containsExactly("1 1.25 1 19", "2 3.0 0 19");
        assertThatThrownBy(() -> run("INSERT INTO t (price) VALUES (1)")).hasMessageContaining("NOT NULL");
    }

    // Names.

    @ParameterizedTest
    @ValueSource(strings = {"order", "it's", "two words", "a.b", "quo\"te", "tick`s", "[x", "Ünï", "1st"})
    void namesOfAnyKindStand(String name) throws SQLException {
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        run(
                "CREATE TABLE " + quoted + " (" + quoted + " INTEGER PRIMARY KEY AUTOINCREMENT, b INT CHECK (" + quoted
                        + " > 0))",
                "CREATE INDEX \"ix " + name.replace("\"", "\"\"") + "\" ON " + quoted + " (b) WHERE " + quoted + " > 0",
                "CREATE VIEW v AS SELECT * FROM " + quoted,
                "INSERT INTO " + quoted + " (b) VALUES (1), (2)",
                "DELETE FROM " + quoted + " WHERE b = 1",
                "CREATE TRIGGER tr AFTER INSERT ON " + quoted + " BEGIN UPDATE " + quoted + " SET b = 9; END");
        List<String> objects = rows("SELECT type, name, tbl_name FROM sqlite_schema ORDER BY 1, 2");
        TableName table = new TableName(Optional.empty(), name);

        apply(check(table, "b < 100"));
        run("INSERT INTO " + quoted + " (b) VALUES (3)");

        assertThat(rows("SELECT * FROM v")).containsExactly("2 9", "3 9");
        assertThat(rows("SELECT type, name, tbl_name FROM sqlite_schema ORDER BY 1, 2"))
                .isEqualTo(objects);
    }

    // What stands around the table.

    @Test
    void aTriggerOfATableInAnAttachedFileStaysThere() throws SQLException {
        run(
                "ATTACH ':memory:' AS other",
                "CREATE TABLE other.t (a INT)",
                "CREATE TABLE other.log (entry)",
                "CREATE TABLE t (a INT)",
                "CREATE TRIGGER other.tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END");
        TableName there = TableName.parse("other.t");

        apply(check(there, "a > 0"));
        run("INSERT INTO other.t VALUES (5)");

        assertThat(rows("SELECT entry FROM other.log")).containsExactly("5");
        assertThat(rows("SELECT name FROM main.sqlite_schema WHERE type = 'trigger'"))
                .isEmpty();
    }

    @Test
    void viewsOnViewsAndTheirTriggersWorkAsBefore() throws SQLException {
        run(
                "CREATE TABLE t (a INT, b TEXT)",
                "CREATE TABLE log (entry)",
                "CREATE VIEW v AS SELECT a, b FROM t WHERE a > 0",
                "CREATE VIEW w (x) AS SELECT a + 1 FROM v",
                "CREATE TRIGGER of_v INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a, new.b); END",
                "CREATE TRIGGER of_log AFTER INSERT ON log WHEN (SELECT count(*) FROM t) > 1"
                        + " BEGIN DELETE FROM t WHERE a = new.entry; END",
                "INSERT INTO v VALUES (1, 'x'), (2, 'y')");
        List<String> beside = rows("SELECT type, name, sql FROM sqlite_schema WHERE name <> 't' ORDER BY 1, 2");

        apply(AlterColumn.of(T, "b").nullable(false).operation());
        run("INSERT INTO log VALUES (1)", "INSERT INTO v VALUES (3, 'z')");

        assertThat(rows("SELECT x FROM w")).containsExactly("3", "4");
        assertThat(rows("SELECT type, name, sql FROM sqlite_schema WHERE name <> 't' ORDER BY 1, 2"))
                .isEqualTo(beside);
    }

    @Test
    void aTableThatRefersToItselfStillDoes() throws SQLException {
        run(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, boss INT REFERENCES T (ID) ON DELETE CASCADE, a TEXT)",
                "INSERT INTO t VALUES (1, NULL, 'x'), (2, 1, 'y'), (3, 2, 'z')");

        apply(AlterColumn.of(T, "a").nullable(false).operation());

        assertThat(rows("SELECT id, boss FROM t")).containsExactly("1 null", "2 1", "3 2");
        run("PRAGMA foreign_keys = ON", "DELETE FROM t WHERE id = 1");
        assertThat(rows("SELECT id FROM t")).isEmpty();
        assertThat(rows("SELECT \"table\" FROM pragma_foreign_key_list('t')")).containsExactly("T");
    }
}
