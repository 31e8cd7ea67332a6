package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.SHOP;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Action;
import dev.migrate.Operations;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.ChildJvm;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What only SQLite can show: files, references that nobody watches, processes beside each other. */
class SqliteRunTest {

    private static final Consumer<Operations> TEAMS = op -> {
        op.createTable("teams", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("name", 20);
        });
        op.createTable("people", t -> {
            t.bigint("id").identity().primaryKey();
            t.bigint("team_id").references("teams", "id").onDelete(Action.CASCADE);
        });
        op.insert("teams", r -> r.columns("id", "name").row(1, "red").row(2, "blue"));
        op.insert("people", r -> r.columns("id", "team_id").row(1, 1).row(2, 1));
    };

    private static final TestHistory PEOPLE = history().revision("a1", "", TEAMS, NOTHING);

    @TempDir
    private Path folder;

    private DataSource database;

    @BeforeEach
    void open() {
        database = SqliteMigratorTest.sqlite(file() + "?foreign_keys=true");
    }

    private Path file() {
        return folder.resolve("shop.db");
    }

    private static Migrator with(DataSource database, Consumer<Operations> next) {
        return migrator(PEOPLE.revision("b2", "a1", next, NOTHING), database);
    }

    private List<String> people() throws SQLException {
        return Asked.rows(database, "SELECT id, team_id FROM people ORDER BY id");
    }

    // References.

    @Test
    void whatRefersToATableThatIsBuiltAnewStaysAlthoughItWouldBeDeletedWithIt() throws SQLException {
        with(database, op -> op.alterColumn("teams", "name", c -> c.notNull())).upgrade("head");

        assertThat(people()).containsExactly("1 1", "2 1");
        assertThat(Asked.rows(database, "SELECT sql FROM sqlite_schema WHERE name = 'people'")
                        .get(0))
                .contains("REFERENCES teams (id) ON DELETE CASCADE");
        Asked.run(database, "DELETE FROM teams WHERE id = 1");
        assertThat(people()).isEmpty();
    }

    @Test
    void rowsThatAMigrationLeavesBehindStopItBeforeItsCommit() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");

        Problem problem = problemOf(() -> with(database, op -> op.delete("teams", d -> d.where("id = ?", 1)))
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.BROKEN_REFERENCES);
        assertThat(problem.what())
                .isEqualTo("the migration would leave rows that refer to nothing:\n"
                        + "row 1 of people refers to a row of teams that is not there\n"
                        + "row 2 of people refers to a row of teams that is not there");
        assertThat(problem.where()).contains("revision b2");
        assertThat(problem.next())
                .contains(
                        "let the migration delete or change these rows too: sqlite does not do it while migrations run;"
                                + " then run: mvn migrate:upgrade");
        assertThat(Asked.rows(database, "SELECT id FROM teams")).containsExactly("1", "2");
        assertThat(Asked.rows(database, "SELECT version_num FROM migrate_version"))
                .containsExactly("a1");
        assertThat(Asked.rows(database, "SELECT revision, status FROM migrate_history ORDER BY step"))
                .containsExactly("a1 done", "b2 failed");

        with(database, op -> {
                    op.delete("teams", d -> d.where("id = ?", 1));
                    op.delete("people", d -> d.where("team_id = ?", 1));
                })
                .upgrade("head");
        assertThat(people()).isEmpty();
    }

    @Test
    void rowsThatReferredToNothingBeforeAreNotTheMigrationsFault() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");
        Asked.run(SqliteMigratorTest.sqlite(file().toString()), "INSERT INTO people VALUES (7, 77)");

        with(database, op -> {
                    op.renameTable("people", "persons");
                    op.alterColumn("teams", "name", c -> c.varchar(40));
                })
                .upgrade("head");

        assertThat(Asked.rows(database, "SELECT id, team_id FROM persons ORDER BY id"))
                .containsExactly("1 1", "2 1", "7 77");
    }

    @Test
    void aRowThatIsMendedDoesNotPayForOneThatIsBroken() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");
        Asked.run(SqliteMigratorTest.sqlite(file().toString()), "INSERT INTO people VALUES (7, 77), (8, 2)");

        Problem problem = problemOf(() -> with(database, op -> {
                    op.delete("people", d -> d.where("id = ?", 7));
                    op.delete("teams", d -> d.where("id = ?", 2));
                })
                .upgrade("head"));

        assertThat(problem.what())
                .isEqualTo("the migration would leave rows that refer to nothing:\n"
                        + "row 8 of people refers to a row of teams that is not there");
    }

    @Test
    void aRowThatIsMendedDoesNotPayForOneThatIsBrokenWhereItsTableIsBuiltAnew() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");
        Asked.run(SqliteMigratorTest.sqlite(file().toString()), "INSERT INTO people VALUES (7, 77), (8, 2)");

        Problem problem = problemOf(() -> with(database, op -> {
                    op.addCheck("people", "positive", "id > 0");
                    op.delete("people", d -> d.where("id = ?", 7));
                    op.delete("teams", d -> d.where("id = ?", 2));
                })
                .upgrade("head"));

        assertThat(problem.what())
                .isEqualTo("the migration would leave rows that refer to nothing:\n"
                        + "row 8 of people refers to a row of teams that is not there");
    }

    @Test
    void rowsWithoutNumbersAreCounted() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");
        Asked.run(
                SqliteMigratorTest.sqlite(file().toString()),
                "CREATE TABLE badges (name TEXT PRIMARY KEY, team_id INT REFERENCES teams) WITHOUT ROWID",
                "INSERT INTO badges VALUES ('a', 77), ('b', 2)");

        Problem problem = problemOf(() -> with(database, op -> op.delete("teams", d -> d.where("id = ?", 2)))
                .upgrade("head"));

        assertThat(problem.what())
                .isEqualTo("the migration would leave rows that refer to nothing:\n"
                        + "a row of badges refers to a row of teams that is not there");
    }

    @Test
    void aForeignKeyThatRowsBreakIsNotAdded() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");

        Problem problem = problemOf(() -> with(database, op -> {
                    op.addColumn("people", c -> c.bigint("boss").defaultValue(9));
                    op.addForeignKey("people", f -> f.columns("boss").references("people", "id"));
                })
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.BROKEN_REFERENCES);
        assertThat(people()).containsExactly("1 1", "2 1");
    }

    @Test
    void aForeignKeyThatNamesNoKeyDoesNotStopEveryMigration() throws SQLException {
        Asked.run(
                SqliteMigratorTest.sqlite(file().toString()),
                "CREATE TABLE old (a INT)",
                "CREATE TABLE `it's new` (id INTEGER PRIMARY KEY, a INT REFERENCES old (a))",
                "INSERT INTO `it's new` VALUES (1, 1)");

        migrator(PEOPLE, database).upgrade("head");
        Problem problem = problemOf(() -> with(database, op -> op.delete("teams", d -> d.where("id = ?", 1)))
                .upgrade("head"));
        assertThat(problem.code()).isEqualTo(ProblemCode.BROKEN_REFERENCES);
        assertThat(problem.what())
                .isEqualTo("the migration would leave rows that refer to nothing:\n"
                        + "row 1 of people refers to a row of teams that is not there\n"
                        + "row 2 of people refers to a row of teams that is not there");

        with(database, op -> op.createTable("more", t -> t.bigint("id"))).upgrade("head");
        assertThat(Asked.rows(database, "SELECT version_num FROM migrate_version"))
                .containsExactly("b2");
    }

    // Sessions.

    @Test
    void aPoolGetsItsConnectionsBackAsItGaveThem() throws SQLException {
        try (Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            DataSource pooled = pool(first, second);

            with(pooled, op -> {
                        op.alterColumn("teams", "name", c -> c.notNull());
                        op.execute("PRAGMA legacy_alter_table = ON");
                    })
                    .upgrade("head");
            problemOf(() -> migrator(
                            history()
                                    .revision("a1", "", NOTHING, NOTHING)
                                    .revision("b2", "a1", NOTHING, NOTHING)
                                    .revision("c3", "b2", op -> op.execute("INSERT INTO nowhere VALUES (1)"), NOTHING),
                            pooled)
                    .upgrade("head"));

            for (Connection connection : List.of(first, second)) {
                assertThat(connection.getAutoCommit()).isTrue();
                assertThat(settings(connection)).containsExactly("foreign_keys 1", "legacy_alter_table 0");
            }
        }
    }

    private static DataSource pool(Connection... connections) {
        int[] given = {0};
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> unclosable(connections[given[0]++ % connections.length]));
    }

    private static Connection unclosable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void whatSqliteRewritesItselfIsReadAgainWithinAStep() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");
        with(database, op -> {
                    op.execute("CREATE TABLE log (entry)");
                    op.execute("CREATE TRIGGER tr AFTER UPDATE OF name ON teams BEGIN"
                            + " INSERT INTO log VALUES (old.name); END");
                    op.addCheck("teams", "named", "name <> ''");
                    op.renameColumn("teams", "name", "title");
                    op.alterColumn("teams", "title", c -> c.notNull());
                    op.renameTable("teams", "groups");
                    op.alterColumn("groups", "title", c -> c.varchar(99));
                    op.update("groups", u -> u.set("title", "green").where("id = ?", 1));
                })
                .upgrade("head");

        assertThat(Asked.rows(database, "SELECT entry FROM log")).containsExactly("red");
        assertThat(Asked.rows(database, "SELECT sql FROM sqlite_schema WHERE name = 'groups'")
                        .get(0))
                .contains("title VARCHAR(99) NOT NULL")
                .contains("CHECK (title <> '')");
        assertThat(people()).containsExactly("1 1", "2 1");
    }

    @Test
    void anOperationIsNotTornApartEvenWhereEachCommits() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");
        TestHistory history = PEOPLE.revision(
                "b2",
                "a1",
                op -> {
                    op.insert("teams", r -> r.columns("id").row(3));
                    op.alterColumn("teams", "name", c -> c.notNull());
                },
                NOTHING);
        Migrator migrator = migrator(history, database, config().transactionMode(TransactionMode.NONE));

        Problem problem = problemOf(() -> migrator.upgrade("head"));

        assertThat(problem.what()).startsWith("Statement 3 of ").contains("NOT NULL constraint failed");
        assertThat(problem.next()).hasValueSatisfying(next -> assertThat(next).endsWith("it continues at statement 2"));
        assertThat(Asked.rows(database, "SELECT name FROM sqlite_schema WHERE name LIKE 'migrate_rebuild%'"))
                .isEmpty();
        Asked.run(database, "UPDATE teams SET name = 'green' WHERE id = 3");

        migrator.upgrade("head");

        assertThat(Asked.rows(database, "SELECT name FROM teams ORDER BY id")).containsExactly("red", "blue", "green");
        assertThat(Asked.rows(database, "SELECT version_num FROM migrate_version"))
                .containsExactly("b2");
    }

    @Test
    void whatOneOperationMakesOfATableTheNextOneKnows() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");
        Asked.run(
                database,
                "CREATE TABLE stock (id INTEGER PRIMARY KEY, sku TEXT CONSTRAINT uq_stock_sku UNIQUE ON CONFLICT REPLACE)",
                "INSERT INTO stock (sku) VALUES ('a')");

        with(database, op -> {
                    op.alterColumn("stock", "id", c -> c.bigint());
                    op.dropConstraint("stock", "uq_stock_sku");
                    op.addUnique("stock", u -> u.columns("sku"));
                    op.addCheck("stock", "named", "sku <> ''");
                })
                .upgrade("head");
        Asked.run(database, "INSERT INTO stock (sku) VALUES ('b')");

        assertThat(Asked.rows(database, "SELECT id, sku FROM stock")).containsExactly("1 a", "2 b");
        assertThat(Asked.rows(database, "SELECT sql FROM sqlite_schema WHERE name = 'stock'")
                        .get(0))
                .doesNotContain("REPLACE");
    }

    @Test
    void commentsAreLeftOutAndThePersonIsToldOnce() {
        List<RunEvent> events = new ArrayList<>();
        TestHistory history = PEOPLE.revision(
                "b2",
                "a1",
                op -> {
                    op.createTable("notes", t -> {
                        t.comment("what is said");
                        t.bigint("id").comment("a number");
                    });
                    op.alterTable("teams", t -> t.alterColumn("name", c -> c.comment("as it is called")));
                    op.alterColumn("teams", "name", c -> c.comment("as it is called again"));
                },
                NOTHING);

        migrator(history, database, config().listener(events::add)).upgrade("head");

        assertThat(events.stream()
                        .filter(RunEvent.Warning.class::isInstance)
                        .map(event -> ((RunEvent.Warning) event).problem()))
                .containsExactly(Problem.of(
                                ProblemCode.UNSUPPORTED,
                                "SQLite keeps no comments; left out is what is said about table notes, column notes.id,"
                                        + " column teams.name")
                        .next("nothing, if the comments are for other databases"));
    }

    // Failures.

    private static Stream<Arguments> failures() {
        return Stream.of(
                failure("UNIQUE constraint failed", op -> op.addUnique("items", "kind")),
                failure("CHECK constraint failed", op -> op.addCheck("items", "small", "id < 3")),
                failure("NOT NULL constraint failed", op -> op.alterColumn("items", "note", c -> c.notNull())),
                failure("SQLITE_FULL", op -> {
                    op.execute("PRAGMA max_page_count = 1");
                    op.alterColumn("items", "kind", c -> c.notNull());
                }),
                failure(
                        "no such column",
                        op -> op.alterTable("items", t -> {
                            t.dropColumn("kind");
                            t.addCheck("noted", "note <> ''");
                        })),
                failure(
                        "no such function",
                        op -> op.alterColumn("items", "kind", c -> c.integer().using("missing(kind)"))));
    }

    private static Arguments failure(String words, Consumer<Operations> change) {
        return Arguments.of(words, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void aRebuildThatFailsLeavesNothingBehind(String words, Consumer<Operations> change) throws SQLException {
        migrator(PEOPLE, database).upgrade("head");
        Asked.run(
                database,
                "CREATE TABLE items (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT, note TEXT,"
                        + " item_id INT REFERENCES items ON DELETE CASCADE)",
                "CREATE INDEX ix_kind ON items (kind) WHERE kind <> ''",
                "CREATE VIEW kinds AS SELECT kind FROM items",
                "CREATE TRIGGER tr AFTER INSERT ON items BEGIN UPDATE items SET note = 'new' WHERE id = new.id; END",
                "INSERT INTO items (kind, item_id) VALUES ('a', NULL), ('b', 1), ('a', 2)",
                "UPDATE items SET note = NULL WHERE id = 2",
                "WITH RECURSIVE n (i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < 999)"
                        + " INSERT INTO items (id, kind) SELECT i, hex(zeroblob(200)) FROM n");
        List<String> schema = Asked.rows(database, "SELECT type, name, sql FROM sqlite_schema ORDER BY rowid");
        List<String> items = Asked.rows(database, "SELECT * FROM items ORDER BY id");

        try (Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            DataSource pooled = pool(first, second);

            Problem problem = problemOf(() -> with(pooled, change).upgrade("head"));

            assertThat(problem.what()).contains(words);
            for (Connection connection : List.of(first, second)) {
                assertThat(settings(connection)).containsExactly("foreign_keys 1", "legacy_alter_table 0");
            }
        }
        assertThat(Asked.rows(database, "SELECT type, name, sql FROM sqlite_schema ORDER BY rowid"))
                .isEqualTo(schema);
        assertThat(Asked.rows(database, "SELECT * FROM items ORDER BY id")).isEqualTo(items);
        assertThat(Asked.rows(database, "SELECT name, seq FROM sqlite_sequence WHERE name LIKE '%items'"))
                .containsExactly("items 999");
        assertThat(Asked.rows(database, "PRAGMA integrity_check")).containsExactly("ok");
    }

    private static List<String> settings(Connection connection) throws SQLException {
        List<String> settings = new ArrayList<>();
        for (String name : List.of("foreign_keys", "legacy_alter_table")) {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("PRAGMA " + name)) {
                settings.add(name + " " + row.getString(1));
            }
        }
        return settings;
    }

    // Outside of transactions.

    @Test
    void whatSqliteRefusesWithinATransactionRunsOutsideOfOne() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");

        with(database, op -> {
                    op.delete("people", d -> d.where("id = ?", 2));
                    op.outsideTransaction(o -> o.execute("VACUUM"));
                    op.outsideTransaction(o -> o.execute("PRAGMA journal_mode = WAL"));
                    op.insert("people", r -> r.columns("id", "team_id").row(3, 1));
                })
                .upgrade("head");

        assertThat(people()).containsExactly("1 1", "3 1");
        assertThat(Asked.rows(database, "PRAGMA journal_mode")).containsExactly("wal");
        assertThat(Asked.rows(database, "SELECT version_num FROM migrate_version"))
                .containsExactly("b2");
    }

    @Test
    void whatCannotBeInATransactionIsNotPutIntoOneEvenIfNobodySaysSo() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");

        with(database, op -> {
                    op.execute("/* smaller */ vacuum");
                    op.execute("PRAGMA main.journal_mode = WAL");
                })
                .upgrade("head");

        assertThat(Asked.rows(database, "PRAGMA journal_mode")).containsExactly("wal");
    }

    @Test
    void aTableIsBuiltAnewInATransactionEvenOutsideOfTransactions() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");
        Asked.run(database, "INSERT INTO teams (id) VALUES (3)");

        Problem problem = problemOf(() -> with(
                        database, op -> op.outsideTransaction(o -> o.alterColumn("teams", "name", c -> c.notNull())))
                .upgrade("head"));

        assertThat(problem.what()).contains("NOT NULL constraint failed");
        assertThat(Asked.rows(database, "SELECT name FROM sqlite_schema WHERE name LIKE 'migrate_rebuild%'"))
                .isEmpty();
    }

    // Files.

    @Test
    void aFileThatMayOnlyBeReadIsTold() throws SQLException {
        Asked.run(database, "CREATE TABLE t (id INT)");
        DataSource readOnly = SqliteMigratorTest.sqlite("file:" + file() + "?mode=ro");

        Problem problem = problemOf(() -> migrator(SHOP, readOnly).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.FILE_FAILED);
        assertThat(problem.what())
                .startsWith("migrate cannot create its own tables: ")
                .contains("readonly");
    }

    @Test
    void nothingToDoNeedsNoRightToWrite() {
        migrator(SHOP, database).upgrade("head");
        DataSource readOnly = SqliteMigratorTest.sqlite("file:" + file() + "?mode=ro");

        assertThat(migrator(SHOP, readOnly).upgrade("head").steps()).isEmpty();
        assertThat(migrator(SHOP, readOnly).current().atHeads()).isTrue();
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        DataSource nowhere =
                SqliteMigratorTest.sqlite(folder.resolve("no/such/folder.db").toString());

        Problem problem = problemOf(() -> migrator(SHOP, nowhere).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.CANNOT_CONNECT);
        assertThat(problem.next())
                .hasValueSatisfying(next -> assertThat(next).contains("folder").doesNotContain("server"));
    }

    @Test
    void aDatabaseOfOneConnectionAloneIsRefusedInWords() {
        Problem problem = problemOf(
                () -> migrator(SHOP, SqliteMigratorTest.sqlite(":memory:")).upgrade("head"));

        assertThat(problem)
                .isEqualTo(Problem.of(
                                ProblemCode.BAD_URL,
                                "the database is in memory and belongs to one connection alone, but a run needs two")
                        .at("migrate.url")
                        .next("name a file, or a database in memory that connections share:"
                                + " jdbc:sqlite:file:<name>?mode=memory&cache=shared"));
    }

    @Test
    void aDatabaseInMemoryThatConnectionsShareWorks() throws SQLException {
        for (String url : List.of("file:shared?mode=memory&cache=shared", "file:/shared?vfs=memdb")) {
            DataSource memory = SqliteMigratorTest.sqlite(url);
            try (Connection keepsIt = memory.getConnection()) {
                assertThat(keepsIt.isValid(1)).isTrue();

                migrator(SHOP, memory).upgrade("head");

                assertThat(migrator(SHOP, memory).downgrade("base").steps()).hasSize(4);
            }
        }
    }

    // Others.

    @Test
    void aTransactionOfAnotherIsWaitedForAndThenTold() throws SQLException {
        migrator(PEOPLE, database).upgrade("head");
        DataSource impatient = SqliteMigratorTest.sqlite(file() + "?busy_timeout=200");
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            Problem problem = problemOf(
                    () -> with(impatient, op -> op.dropTable("people")).upgrade("head"));

            assertThat(problem.code()).isEqualTo(ProblemCode.LOCK_HELD);
            assertThat(problem.what()).contains("database is locked");
            statement.execute("ROLLBACK");
        }

        with(impatient, op -> op.dropTable("people")).upgrade("head");
    }

    @Test
    void othersMayWriteBetweenTheLookAndTheStep() throws Exception {
        migrator(PEOPLE, database).upgrade("head");
        Asked.run(database, "PRAGMA journal_mode = WAL", "CREATE TABLE noise (n)");
        List<Throwable> failures = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                while (!done.get()) {
                    statement.execute("INSERT INTO noise VALUES (1)");
                    Thread.sleep(2);
                }
            } catch (SQLException | InterruptedException e) {
                failures.add(e);
            }
        });
        writer.start();
        try {
            TestHistory history = PEOPLE;
            for (int i = 0; i < 20; i++) {
                String column = "c" + i;
                history = history.revision(
                        "n" + (100 + i),
                        i == 0 ? "a1" : "n" + (99 + i),
                        op -> op.addColumn("teams", c -> c.varchar(column, 9).unique()),
                        NOTHING);
            }
            assertThat(migrator(history, database).upgrade("head").steps()).hasSize(20);
        } finally {
            done.set(true);
            writer.join();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void anotherProcessHoldsTheLockAndIsNamed() throws Exception {
        try (ChildJvm child = SqliteChild.start(file())) {
            child.awaitTheMiddle();
            MigratorConfig.Builder impatient = config().lockTimeout(Duration.ofMillis(200));

            Problem problem = problemOf(() ->
                    migrator(SqliteChild.steps(NOTHING), database, impatient).upgrade("head"));

            assertThat(problem.code()).isEqualTo(ProblemCode.LOCK_HELD);
            assertThat(problem.what())
                    .startsWith("the migration lock is held by process " + child.pid() + ", connection ");

            child.goOn();
            assertThat(child.exitCode()).isZero();
        }
        assertThat(migrator(SqliteChild.steps(op -> op.run("stop", 1, ctx -> {})), database)
                        .upgrade("head")
                        .steps())
                .isEmpty();
        assertThat(Asked.rows(database, "SELECT name FROM people ORDER BY id")).containsExactly("ann", "bob", "eve");
    }

    @Test
    void afterAProcessWasKilledInAStepTheNextRunJustWorks() throws Exception {
        try (ChildJvm child = SqliteChild.start(file())) {
            child.awaitTheMiddle();
            child.kill();
        }

        RunResult result = migrator(SqliteChild.steps(op -> op.run("stop", 1, ctx -> {})), database)
                .upgrade("head");

        assertThat(result.steps().stream().map(step -> step.step().revision())).containsExactly("b2");
        assertThat(Asked.rows(database, "SELECT name FROM people ORDER BY id")).containsExactly("ann", "bob", "eve");
        assertThat(Asked.rows(database, "SELECT revision, status, error FROM migrate_history ORDER BY step"))
                .containsExactly(
                        "a1 done null", "b2 failed the run ended before any of it took effect", "b2 done null");
        assertThat(Asked.rows(database, "SELECT name FROM sqlite_schema WHERE name LIKE 'migrate_rebuild%'"))
                .isEmpty();
    }

    @Test
    void processesAtOnceApplyEachRevisionOnce() throws IOException, InterruptedException, SQLException {
        try (ChildJvm one = SqliteChild.start(file());
                ChildJvm other = SqliteChild.start(file())) {
            one.goOn();
            other.goOn();
            assertThat(one.exitCode()).isZero();
            assertThat(other.exitCode()).isZero();
        }
        assertThat(Asked.rows(database, "SELECT revision, status FROM migrate_history ORDER BY step"))
                .containsExactly("a1 done", "b2 done");
    }
}
