package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.TableOperation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that is built anew has what it had, but for the change. */
class SqliteRebuildTest {

    private static final TableName PEOPLE = TableName.parse("people");

    /** Changes what is said about one column and cannot be done in place. */
    private static final AlterColumn NOTE_REQUIRED = new AlterColumn(
            PEOPLE,
            "note",
            Optional.empty(),
            Optional.of(false),
            new Change.Keep<>(),
            new Change.Keep<>(),
            Optional.empty());

    private Connection connection;
    private Dialect dialect;

    @BeforeEach
    void create() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        dialect = Dialects.of(connection);
        run(
                "CREATE TABLE teams (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE)",
                "CREATE TABLE people (id INTEGER CONSTRAINT pk_people PRIMARY KEY AUTOINCREMENT, "
                        + "name VARCHAR(40) NOT NULL COLLATE NOCASE CONSTRAINT uq_name UNIQUE ON CONFLICT REPLACE,"
                        + " team_id INT CONSTRAINT fk_team REFERENCES teams ON DELETE CASCADE"
                        + " DEFERRABLE INITIALLY DEFERRED,"
                        + " age INT DEFAULT 18 CONSTRAINT ck_age CHECK (age > 0), note, shout AS (upper(name)) VIRTUAL,"
                        + " kept TEXT AS (name || '!') STORED)",
                "CREATE TABLE pets (id INTEGER PRIMARY KEY, owner INT REFERENCES people (id) ON DELETE CASCADE)",
                "CREATE TABLE log (entry)",
                "CREATE INDEX ix_adults ON people (age DESC, name COLLATE BINARY) WHERE age >= 18",
                "CREATE INDEX ix_lower ON people (lower(name))",
                "CREATE TRIGGER tr_hired AFTER INSERT ON people BEGIN INSERT INTO log VALUES (new.name || ' came'); END",
                "CREATE TRIGGER tr_named AFTER UPDATE OF name ON people BEGIN INSERT INTO log VALUES (old.name); END",
                "CREATE TRIGGER tr_team AFTER DELETE ON teams BEGIN UPDATE people SET note = 'alone'; END",
                "CREATE VIEW adults AS SELECT name, age FROM people WHERE age >= 18",
                "INSERT INTO teams VALUES (1, 'red')",
                "INSERT INTO people (name, team_id, age, note) VALUES ('ann', 1, 30, 'x'), ('bob', 1, 7, 1.5), ('zed', 1, 40, 'z')",
                "INSERT INTO pets VALUES (1, 1), (2, 2)",
                "DELETE FROM people WHERE name = 'zed'",
                "DELETE FROM log");
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
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    private Table table(TableName name) throws SQLException {
        return dialect.catalog().tables(connection, List.of(name)).get(0);
    }

    private List<String> rendered(Operation operation) throws SQLException {
        SchemaModel before =
                SchemaModel.of(dialect.catalog().tables(connection, List.of(PEOPLE, TableName.parse("pets"))));
        return dialect.render(operation, before).stream().map(SqlStatement::sql).toList();
    }

    private void apply(Operation operation) throws SQLException {
        run(rendered(operation).toArray(String[]::new));
    }

    private List<String> objects() throws SQLException {
        return rows("SELECT type || ' ' || name || ' on ' || tbl_name FROM sqlite_schema ORDER BY 1");
    }

    @Test
    void everythingButTheChangeIsKept() throws SQLException {
        Table before = table(PEOPLE);
        List<String> objects = objects();
        List<String> people = rows("SELECT *, typeof(note) FROM people ORDER BY id");

        apply(NOTE_REQUIRED);

        assertThat(table(PEOPLE)).isEqualTo(before.withColumn("note", column -> column.withNullable(false)));
        assertThat(objects()).isEqualTo(objects);
        assertThat(rows("SELECT *, typeof(note) FROM people ORDER BY id"))
                .isEqualTo(people)
                .containsExactly("1 ann 1 30 x ANN ann! text", "2 bob 1 7 1.5 BOB bob! real");
        assertThat(rows("SELECT * FROM adults")).containsExactly("ann 30");
        assertThat(rows("SELECT * FROM pets")).containsExactly("1 1", "2 2");
        assertThat(rows("PRAGMA legacy_alter_table")).containsExactly("0");
        assertThat(rows("PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void triggersReferencesConflictsAndNumbersWorkAsBefore() throws SQLException {
        apply(NOTE_REQUIRED);
        run(
                "PRAGMA foreign_keys = ON",
                "INSERT INTO people (name, team_id, note) VALUES ('eve', 1, 'e')",
                "UPDATE people SET name = 'eva' WHERE name = 'EVE'",
                "INSERT INTO people (name, team_id, note) VALUES ('ANN', 1, 'again')");

        assertThat(rows("SELECT * FROM log")).containsExactly("eve came", "eve", "ANN came");
        assertThat(rows("SELECT id, name FROM people ORDER BY id")).containsExactly("2 bob", "4 eva", "5 ANN");

        run(
                "BEGIN",
                "INSERT INTO people (name, team_id, note) VALUES ('early', 2, 'e')",
                "INSERT INTO teams VALUES (2, 'b')",
                "COMMIT");
        run("DELETE FROM teams WHERE id = 1");

        assertThat(rows("SELECT name, note FROM people")).containsExactly("early alone");
        assertThat(rows("SELECT * FROM pets")).isEmpty();
    }

    @Test
    void severalChangesAreOneRebuild() throws SQLException {
        List<TableOperation> changes = List.of(
                new AddColumn(PEOPLE, Column.of("email", new ColumnType.VarChar(80))),
                NOTE_REQUIRED,
                new DropConstraint(PEOPLE, "ck_age"),
                new AddConstraint(PEOPLE, new CheckConstraint("ck_old", "age < 200")),
                new DropColumn(PEOPLE, "kept"),
                new CreateIndex(PEOPLE, DialectContract.index("ix_email", "email"), false));

        List<String> statements = rendered(new AlterTable(PEOPLE, changes));

        assertThat(statements.stream().filter(sql -> sql.startsWith("CREATE TABLE")))
                .hasSize(1);
        run(statements.toArray(String[]::new));
        assertThat(table(PEOPLE).checks()).containsExactly(new CheckConstraint("ck_old", "age < 200"));
        assertThat(rows("SELECT name, email FROM people ORDER BY id")).containsExactly("ann null", "bob null");
        assertThat(rows("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'migrate%'"))
                .containsExactly("0");
    }

    @Test
    void aRenamedColumnIsFollowedEverywhereAndInTheSameRebuild() throws SQLException {
        run("DROP TRIGGER tr_hired", "DROP TRIGGER tr_named");

        apply(new AlterTable(
                PEOPLE,
                List.of(NOTE_REQUIRED, new RenameColumn(PEOPLE, "age", "years"), new DropColumn(PEOPLE, "kept"))));

        assertThat(table(PEOPLE).checks()).containsExactly(new CheckConstraint("ck_age", "years > 0"));
        assertThat(table(PEOPLE).index("ix_adults").where()).contains("years >= 18");
        assertThat(rows("SELECT sql FROM sqlite_schema WHERE name = 'adults'").get(0))
                .contains("WHERE years >= 18");
        assertThat(rows("SELECT id, years FROM people ORDER BY id")).containsExactly("1 30", "2 7");
    }

    @Test
    void triggersThatARenamingChangesAreNotGuessed() {
        AlterTable both = new AlterTable(PEOPLE, List.of(new RenameColumn(PEOPLE, "age", "years"), NOTE_REQUIRED));

        assertThatThrownBy(() -> rendered(both)).isInstanceOfSatisfying(MigrateException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
            assertThat(e.problem().what())
                    .isEqualTo("SQLite has to build table people anew, after one of its columns was renamed in the same"
                            + " operation: what its triggers say by then is not known");
            assertThat(e.problem().next()).contains("rename the column in an operation of its own, before this one");
        });
    }

    @Test
    void aNameThatIsFreedInTheSameOperationCanBeTaken() throws SQLException {
        run("DROP TRIGGER tr_hired", "DROP TRIGGER tr_named");

        apply(new AlterTable(
                PEOPLE,
                List.of(
                        NOTE_REQUIRED,
                        new DropColumn(PEOPLE, "kept"),
                        new RenameColumn(PEOPLE, "shout", "kept"),
                        new DropConstraint(PEOPLE, "uq_name"))));

        assertThat(rows("SELECT id, kept FROM people ORDER BY id")).containsExactly("1 ANN", "2 BOB");
        assertThat(table(PEOPLE).uniques()).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsNamedBeforeAnythingHappens() throws SQLException {
        run("CREATE TABLE odd (a TEXT NOT NULL ON CONFLICT IGNORE, b TEXT)");
        TableName odd = TableName.parse("odd");
        SchemaModel before = SchemaModel.of(List.of(table(odd)));

        assertThatThrownBy(() -> dialect.render(new AddConstraint(odd, new CheckConstraint("c", "a > b")), before))
                .isInstanceOfSatisfying(
                        MigrateException.class,
                        e -> assertThat(e.problem().what())
                                .isEqualTo(
                                        dialect.describe()
                                                + " has no way to change table odd in place, but building it anew"
                                                + " would lose what migrate cannot keep: NOT NULL ON CONFLICT IGNORE of column a"));
        assertThat(dialect.render(new DropColumn(odd, "b"), before)).hasSize(1);
    }

    @Test
    void strictTablesAndTablesWithoutRowNumbersStayThat() throws SQLException {
        run("CREATE TABLE s (a TEXT PRIMARY KEY, b INT) WITHOUT ROWID, STRICT", "INSERT INTO s VALUES ('x', 1)");
        TableName name = TableName.parse("s");
        Table before = table(name);

        run(
                dialect
                        .render(
                                new AddConstraint(name, new CheckConstraint("c", "b > 0")),
                                SchemaModel.of(List.of(before)))
                        .stream()
                        .map(SqlStatement::sql)
                        .toArray(String[]::new));

        assertThat(table(name)).isEqualTo(before.with(new CheckConstraint("c", "b > 0")));
        assertThat(rows("SELECT wr || strict FROM pragma_table_list('s')")).containsExactly("11");
        assertThat(rows("SELECT * FROM s")).containsExactly("x 1");
    }

    @Test
    void aViewThatNeedsADroppedColumnStopsIt() {
        AlterTable drop = new AlterTable(
                PEOPLE,
                List.of(
                        new DropConstraint(PEOPLE, "ck_age"),
                        new DropColumn(PEOPLE, "note"),
                        NO_ADULTS,
                        new DropColumn(PEOPLE, "age")));

        assertThatThrownBy(() -> apply(drop)).hasMessageContaining("adults").hasMessageContaining("age");
    }

    private static final TableOperation NO_ADULTS = new dev.migrate.operation.DropIndex(PEOPLE, "ix_adults", false);

    @Test
    void aNewColumnIsFilledWithTheDefaultThatIsComputed() throws SQLException {
        apply(new AddColumn(
                PEOPLE,
                Column.of("joined", new ColumnType.Date())
                        .withNullable(false)
                        .withDefault(Optional.of(new DefaultValue.Now()))));

        assertThat(rows("SELECT name FROM people WHERE joined >= '2020-01-01'")).containsExactly("ann", "bob");
    }

    @Test
    void valuesAreConvertedAsTheMigrationSays() throws SQLException {
        apply(new AlterColumn(
                PEOPLE,
                "age",
                Optional.of(new ColumnType.VarChar(20)),
                Optional.empty(),
                new Change.Set<>(new DefaultValue.Text("?")),
                new Change.Keep<>(),
                Optional.of("age || ' years'")));

        assertThat(rows("SELECT age, typeof(age) FROM people ORDER BY id"))
                .containsExactly("30 years text", "7 years text");
    }

    @Test
    void aFailureInTheMiddleLeavesTheOldTable() throws SQLException {
        List<String> objects = objects();
        run("UPDATE people SET note = NULL WHERE name = 'bob'");
        connection.setAutoCommit(false);

        assertThatThrownBy(() -> apply(NOTE_REQUIRED)).hasMessageContaining("NOT NULL constraint failed");
        connection.rollback();
        connection.setAutoCommit(true);

        assertThat(objects()).isEqualTo(objects);
        assertThat(rows("SELECT name FROM people ORDER BY id")).containsExactly("ann", "bob");
    }

    @Test
    void anEmptyTableGoesOnNumberingWhereItWas() throws SQLException {
        run("DELETE FROM people");

        apply(NOTE_REQUIRED);
        run("INSERT INTO people (name, note) VALUES ('new', 'n')");

        assertThat(rows("SELECT id FROM people")).containsExactly("4");
        assertThat(rows("SELECT name, seq FROM sqlite_sequence")).containsExactly("people 4");
    }

    @Test
    void aTableCanChangeTheCaseOfItsName() throws SQLException {
        apply(new RenameTable(PEOPLE, "People"));

        assertThat(rows("SELECT name FROM sqlite_schema WHERE name = 'people' COLLATE NOCASE"))
                .containsExactly("People");
        assertThat(rows("SELECT sql FROM sqlite_schema WHERE name = 'pets'").get(0))
                .contains("REFERENCES \"People\"");
    }

    @Test
    void aDecimalNumberThatWouldBeRoundedIsRefused() {
        assertThat(dialect.bindable(new BigDecimal("123456789012.345"))).isEqualTo(new BigDecimal("123456789012.345"));
        assertThat(dialect.bindable(new BigDecimal("9223372036854775807.00")))
                .isEqualTo(new BigDecimal("9223372036854775807.00"));
        assertThatThrownBy(() -> dialect.bindable(new BigDecimal("12345678901234567.89")))
                .isInstanceOfSatisfying(
                        MigrateException.class,
                        e -> assertThat(e.problem().what())
                                .isEqualTo(
                                        dialect.describe()
                                                + " has no decimal numbers of that many digits, but a row has 12345678901234567.89"));
    }

    @Test
    void aDefaultGivesTheSameValueAsBefore() throws SQLException {
        run(
                "CREATE TABLE stock (note TEXT, day TEXT DEFAULT CURRENT_DATE, hour DEFAULT (CURRENT_TIME),"
                        + " d DATE DEFAULT CURRENT_TIMESTAMP, whole DEFAULT 1, one DEFAULT 1.0, many DEFAULT 1e3,"
                        + " text TEXT DEFAULT 1.0, price REAL DEFAULT 0.0, low DEFAULT -2.0, word DEFAULT now,"
                        + " half TEXT DEFAULT 0.50, yes DEFAULT TRUE)",
                "INSERT INTO stock (note) VALUES ('a')");
        String values =
                "SELECT typeof(day), length(day), length(hour), length(d), quote(whole), quote(one), quote(many),"
                        + " quote(text), quote(price), quote(low), quote(word), quote(half), quote(yes) FROM stock";
        List<String> before = rows(values);

        TableName stock = TableName.parse("stock");
        AlterColumn required = new AlterColumn(
                stock,
                "note",
                Optional.empty(),
                Optional.of(false),
                new Change.Keep<>(),
                new Change.Keep<>(),
                Optional.empty());
        run(dialect.render(required, SchemaModel.of(List.of(table(stock)))).stream()
                .map(SqlStatement::sql)
                .toArray(String[]::new));
        run("DELETE FROM stock", "INSERT INTO stock (note) VALUES ('a')");

        assertThat(rows(values)).isEqualTo(before);
        assertThat(rows("SELECT length(day), length(hour), length(d) FROM stock"))
                .containsExactly("10 8 19");
    }

    @Test
    void aCommentAtTheEndOfAConditionHidesNothing() throws SQLException {
        run(
                "CREATE TABLE shop (note TEXT, a INT CHECK (a > 0 -- more than nothing\n), b AS (a + 1 -- next\n) STORED,"
                        + " CHECK (/* ' */ b > a -- always )\n))",
                "CREATE INDEX ix_some ON shop (a /* ( */) WHERE a > 1 -- some",
                "INSERT INTO shop (note, a) VALUES ('x', 2)");
        TableName shop = TableName.parse("shop");

        AlterColumn required = new AlterColumn(
                shop,
                "note",
                Optional.empty(),
                Optional.of(false),
                new Change.Keep<>(),
                new Change.Keep<>(),
                Optional.empty());
        run(dialect.render(required, SchemaModel.of(List.of(table(shop)))).stream()
                .map(SqlStatement::sql)
                .toArray(String[]::new));

        assertThat(rows("SELECT note, a, b FROM shop")).containsExactly("x 2 3");
        assertThat(table(shop).checks()).extracting(CheckConstraint::condition).containsExactly("a > 0", "b > a");
        assertThat(table(shop).indexes().get(0).where()).contains("a > 1");
    }
}
