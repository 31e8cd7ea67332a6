package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.SHOP;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.execute.WatchedDataSource.Killed;
import dev.migrate.execute.WatchedDataSource.Moment;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.Account;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/** What only a server with accounts, sessions and modes can show. */
class MariaDbRunTest {

    private TestSchema schema;

    @BeforeEach
    void createSchema() throws SQLException {
        schema = MariaDbServer.shared().createSchema();
    }

    private static DataSource dataSource(String url, String user, String password) throws SQLException {
        MariaDbDataSource dataSource = new MariaDbDataSource(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    private DataSource as(Account account) throws SQLException {
        return dataSource(schema.jdbcUrl(), account.username(), account.password());
    }

    @Test
    void aSchemaIsDroppedOnlyWhenNothingIsInIt() throws SQLException {
        String billing = schema.name() + "_billing";
        MariaDbServer.shared().grant("ALL PRIVILEGES ON " + billing + ".*", schema.owner());
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createSchema(billing);
                            op.createTable(billing + ".things", t -> t.bigint("id"));
                        },
                        NOTHING)
                .revision("b2", "a1", op -> op.dropSchema(billing), NOTHING);
        TestHistory better = history.revision(
                "b2",
                "a1",
                op -> {
                    op.dropTable(billing + ".things");
                    op.dropSchema(billing);
                },
                NOTHING);

        Problem problem = problemOf(() -> migrator(history, schema.dataSource()).upgrade("head"));
        migrator(better, schema.dataSource()).upgrade("head");

        assertThat(problem.what()).isEqualTo("schema " + billing + " still holds " + billing + ".things");
        assertThat(Asked.rows(
                        schema.dataSource(),
                        "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '" + billing + "'"))
                .containsExactly("0");
    }

    @Test
    void anAccountThatMayNotCreateIsToldWhatSomebodyElseShouldRun() throws SQLException {
        Account account = MariaDbServer.shared().createAccount("SELECT ON " + schema.name() + ".*");
        TestHistory nothing = history().revision("a1", "", NOTHING, NOTHING);

        Problem problem = problemOf(() -> migrator(nothing, as(account)).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.MISSING_PRIVILEGE);
        assertThat(problem.what())
                .startsWith("migrate cannot create its own tables: ")
                .contains("CREATE command denied");
        String toRun = problem.next().orElseThrow();
        assertThat(toRun)
                .contains("CREATE TABLE IF NOT EXISTS " + schema.name() + ".migrate_journal (")
                .contains("GRANT SELECT, INSERT, UPDATE, DELETE ON " + schema.name() + ".migrate_history TO '" + account
                        + "'@'127.0.0.1'");
        for (String statement : toRun.substring(toRun.indexOf('\n') + 1).split(";\n?", -1)) {
            if (!statement.isBlank()) {
                MariaDbMigratorContract.asAdmin(statement);
            }
        }
        assertThat(migrator(nothing, as(account)).upgrade("head").after()).containsExactly("a1");
    }

    @Test
    void anAccountThatMayOnlyReadLearnsWhereTheDatabaseStands() throws SQLException {
        migrator(SHOP, schema.dataSource()).upgrade("head");
        Account reader = MariaDbServer.shared().createAccount("SELECT ON " + schema.name() + ".*");

        assertThat(migrator(SHOP, as(reader)).current().atHeads()).isTrue();
        assertThat(migrator(SHOP, as(reader)).upgrade("head").steps()).isEmpty();
    }

    @Test
    void aStatementThatTheAccountMayNotRunIsAMissingPrivilege() throws SQLException {
        migrator(SHOP, schema.dataSource()).upgrade("m4");
        Account account =
                MariaDbServer.shared().createAccount("SELECT, INSERT, UPDATE, DELETE ON " + schema.name() + ".*");
        TestHistory more = SHOP.revision("d5", "m4", op -> op.dropTable("orders"), NOTHING);

        Problem problem = problemOf(() -> migrator(more, as(account)).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.MISSING_PRIVILEGE);
        assertThat(problem.what()).startsWith("Statement 1 of 1 failed: ").contains("DROP command denied");
        assertThat(problem.where()).contains("revision d5: DROP TABLE orders");
    }

    @Test
    void aWrongPasswordIsAProblemThatDoesNotTellThePassword() throws SQLException {
        DataSource wrong = dataSource(schema.jdbcUrl(), schema.owner().username(), "wr0ng-s3cret");

        Problem problem = problemOf(() -> migrator(SHOP, wrong).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.ACCESS_DENIED);
        assertThat(problem.text()).contains(schema.owner().username()).doesNotContain("s3cret");
    }

    @Test
    void aServerThatIsDownIsAProblemThatDoesNotTellThePassword() throws SQLException {
        DataSource down = dataSource(
                "jdbc:mariadb://127.0.0.1:1/nowhere",
                schema.owner().username(),
                schema.owner().password());
        StringWriter trace = new StringWriter();
        try {
            migrator(SHOP, down).upgrade("head");
        } catch (RuntimeException e) {
            e.printStackTrace(new PrintWriter(trace, true));
        }

        assertThat(trace.toString())
                .contains("[cannot-connect] no connection to the database: ")
                .doesNotContain("s3cret");
    }

    @Test
    void aUrlWithoutADatabaseNeedsASchema() throws SQLException {
        DataSource bare = dataSource(
                MariaDbServer.shared().jdbcUrl(""),
                schema.owner().username(),
                schema.owner().password());

        Problem problem = problemOf(() -> migrator(SHOP, bare).upgrade("head"));
        RunResult result = migrator(SHOP, bare, config().schema(schema.name())).upgrade("head");

        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_PARAMETER);
        assertThat(problem.what()).isEqualTo("the connection is in no schema, so there is no place to work in");
        assertThat(result.database().schema()).isEqualTo(schema.name());
        assertThat(Asked.rows(schema.dataSource(), "SELECT version_num FROM migrate_version"))
                .containsExactly("m4");
    }

    @Test
    void aSchemaThatIsNotThereIsNamed() throws SQLException {
        Problem problem = problemOf(() ->
                migrator(SHOP, schema.dataSource(), config().schema("nowhere")).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_PARAMETER);
        assertThat(problem.what()).startsWith("schema nowhere cannot be used: ");
    }

    @Test
    void anySqlModeWillDo() throws SQLException {
        DataSource strange = dataSource(
                schema.jdbcUrl()
                        + "?sessionVariables=sql_mode='ANSI,NO_BACKSLASH_ESCAPES,TRADITIONAL,PAD_CHAR_TO_FULL_LENGTH'",
                schema.owner().username(),
                schema.owner().password());

        migrator(SHOP, strange).upgrade("head");
        migrator(SHOP, strange).downgrade("base");

        assertThat(Asked.rows(schema.dataSource(), "SELECT count(*) FROM migrate_history WHERE status = 'done'"))
                .containsExactly("8");
    }

    @Test
    void aModeThatAMigrationSetsIsGoneInTheNext() throws SQLException {
        TestHistory history = history()
                .revision("a1", "", op -> op.execute("SET SESSION sql_mode = 'ANSI_QUOTES'"), NOTHING)
                .revision("b2", "a1", op -> op.execute("CREATE TABLE seen AS SELECT @@sql_mode AS mode"), NOTHING);

        migrator(history, schema.dataSource()).upgrade("head");

        assertThat(Asked.rows(schema.dataSource(), "SELECT mode FROM seen").get(0))
                .doesNotContain("ANSI_QUOTES");
    }

    @Test
    void aStatementThatTakesTooLongIsStopped() throws SQLException {
        TestHistory slow = history()
                .revision(
                        "a1",
                        "",
                        op -> op.execute(
                                "CREATE TABLE slow AS SELECT SUM(a.seq + b.seq) AS total FROM seq_1_to_1000000 a, seq_1_to_1000000 b"),
                        NOTHING);
        long began = System.nanoTime();

        Problem problem =
                problemOf(() -> migrator(slow, schema.dataSource(), config().statementTimeout(Duration.ofSeconds(1)))
                        .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    private static long connectionId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aConnectionThatBreaksInATransactionLeavesNothingOfIt() throws SQLException {
        boolean[] kill = {true};
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("people", t -> t.varchar("name", 20));
                            op.insert("people", r -> r.columns("name").row("ann"));
                            op.run("break", 1, ctx -> {
                                if (kill[0]) {
                                    MariaDbMigratorContract.asAdmin("KILL " + connectionId(ctx.connection()));
                                }
                                try (Statement statement = ctx.connection().createStatement()) {
                                    statement.executeUpdate("UPDATE people SET name = 'bob'");
                                }
                            });
                        },
                        NOTHING);

        Problem problem = problemOf(() -> migrator(history, schema.dataSource()).upgrade("head"));
        kill[0] = false;
        RunResult result = migrator(history, schema.dataSource()).upgrade("head");

        assertThat(problem.what())
                .startsWith(
                        "Statement 3 of 3 ended with a broken connection (the server rolls its transaction back): ");
        assertThat(result.statements()).isEqualTo(2);
        assertThat(Asked.rows(schema.dataSource(), "SELECT name FROM people")).containsExactly("bob");
    }

    @Test
    void aStatementWhoseConnectionBreaksIsInDoubtUntilSomebodyDecides() throws Exception {
        TestHistory history = history().revision("a1", "", op -> op.execute("DO SLEEP(20)"), NOTHING);
        Thread killer = new Thread(() -> killWhatSleeps(schema.owner().username()));
        killer.start();

        Problem broken = problemOf(() -> migrator(history, schema.dataSource()).upgrade("head"));
        killer.join();
        Problem doubt = problemOf(() -> migrator(history, schema.dataSource()).upgrade("head"));
        Problem passedBy =
                problemOf(() -> migrator(history, schema.dataSource()).upgrade("base"));
        RunResult result = migrator(
                        history, schema.dataSource(), config().resume(new StatementId("a1", 1), ResumeDecision.DONE))
                .upgrade("head");

        assertThat(broken.what())
                .startsWith("Statement 1 of 1 ended with a broken connection (whether it took effect is not known): ");
        assertThat(doubt.code()).isEqualTo(ProblemCode.IN_DOUBT);
        assertThat(doubt.what())
                .startsWith("An earlier run was cut off while statement 1 was under way: it may have taken effect or"
                        + " not, and its session may still be at work.\nsession ");
        assertThat(doubt.where()).contains("revision a1: DO SLEEP(20)");
        assertThat(doubt.next())
                .contains("make sure that this session has ended, look whether the effect is there, then say which:\n"
                        + "it is there:     mvn migrate:upgrade -Dmigrate.resume=a1#1=done\n"
                        + "it is not there: mvn migrate:upgrade -Dmigrate.resume=a1#1=retry");
        assertThat(passedBy.code()).isEqualTo(ProblemCode.HALF_APPLIED);
        assertThat(result.statements()).isZero();
        assertThat(result.after()).containsExactly("a1");
    }

    private static void killWhatSleeps(String user) {
        try (Connection admin = MariaDbServer.shared().connectAsAdmin();
                Statement statement = admin.createStatement()) {
            for (int i = 0; i < 200; i++) {
                try (ResultSet row =
                        statement.executeQuery("SELECT ID FROM information_schema.PROCESSLIST WHERE USER = '" + user
                                + "' AND INFO LIKE 'DO SLEEP%'")) {
                    if (row.next()) {
                        long id = row.getLong(1);
                        statement.execute("KILL " + id);
                        return;
                    }
                }
                Thread.sleep(50);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTransactionThatSomethingInItCommittedIsInDoubt() throws SQLException {
        boolean[] fail = {true};
        Asked.run(schema.dataSource(), "CREATE PROCEDURE commits() COMMIT");
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("people", t -> t.varchar("name", 20));
                            op.insert("people", r -> r.columns("name").row("ann"));
                            op.run("commit by the back door", 1, ctx -> {
                                try (Statement statement = ctx.connection().createStatement()) {
                                    statement.execute("CALL commits()");
                                }
                                if (fail[0]) {
                                    throw new IllegalStateException("too late");
                                }
                            });
                        },
                        NOTHING);

        Problem failed = problemOf(() -> migrator(history, schema.dataSource()).upgrade("head"));
        fail[0] = false;
        Problem doubt = problemOf(() -> migrator(history, schema.dataSource()).upgrade("head"));
        RunResult result = migrator(
                        history, schema.dataSource(), config().resume(new StatementId("a1", 2), ResumeDecision.DONE))
                .upgrade("head");

        assertThat(failed.code()).isEqualTo(ProblemCode.RUN_FAILED);
        assertThat(failed.what())
                .isEqualTo("Statement 3 of 3 failed: the migration's code threw java.lang.IllegalStateException: too"
                        + " late\nSomething in its transaction, which began with statement 2, commits by itself or cannot be"
                        + " taken back (tables without transactions, such as MyISAM): some of it is in the database.");
        assertThat(failed.next())
                .contains("look what is there, put it right, then run: mvn migrate:upgrade\n"
                        + "it stops and asks about statement 2");
        assertThat(doubt.code()).isEqualTo(ProblemCode.IN_DOUBT);
        assertThat(doubt.what())
                .startsWith("An earlier run was cut off after something in the transaction that began with statement 2"
                        + " had committed it half-way: nobody can tell how far it came.");
        assertThat(result.statements()).isEqualTo(1);
        assertThat(Asked.rows(schema.dataSource(), "SELECT name FROM people")).containsExactly("ann");
    }

    @Test
    void rowsThatNoRollbackTakesBackAreAskedAboutAfterAKill() throws SQLException {
        Asked.run(schema.dataSource(), "CREATE TABLE log (entry INT) ENGINE=MyISAM");
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.insert("log", r -> r.columns("entry").row(1));
                            op.execute("INSERT INTO log VALUES (2)");
                        },
                        NOTHING);
        WatchedDataSource watched = new WatchedDataSource(schema.dataSource());
        for (DataSource undisturbed : List.of(schema.dataSource(), watched)) {
            migrator(history, undisturbed).upgrade("head");
            migrator(history, schema.dataSource()).stamp(List.of("base"), false);
            Asked.run(schema.dataSource(), "DELETE FROM log");
        }
        int second = watched.sent().indexOf("INSERT INTO log VALUES (2)");

        assertThatThrownBy(() -> migrator(
                                history, new WatchedDataSource(schema.dataSource()).dying(Moment.AFTER, second))
                        .upgrade("head"))
                .isInstanceOf(Killed.class);
        Problem doubt = problemOf(() -> migrator(history, schema.dataSource()).upgrade("head"));
        migrator(history, schema.dataSource(), config().resume(new StatementId("a1", 2), ResumeDecision.DONE))
                .upgrade("head");

        assertThat(doubt.code()).isEqualTo(ProblemCode.IN_DOUBT);
        assertThat(Asked.rows(schema.dataSource(), "SELECT entry FROM log ORDER BY 1"))
                .containsExactly("1", "2");
    }

    @Test
    void twoHistoriesInOneSchemaDoNotDisturbEachOther() throws SQLException {
        TestHistory other = history().revision("x1", "", op -> op.createTable("other", t -> t.bigint("id")), NOTHING);

        migrator(SHOP, schema.dataSource()).upgrade("head");
        migrator(other, schema.dataSource(), config().versionTable("other_version"))
                .upgrade("head");
        migrator(SHOP, schema.dataSource()).downgrade("base");

        assertThat(Asked.rows(schema.dataSource(), "SELECT version_num FROM other_version"))
                .containsExactly("x1");
        assertThat(Asked.rows(schema.dataSource(), "SELECT version_num FROM migrate_version"))
                .isEmpty();
    }
}
