package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MariaDbScriptRunTest extends ScriptContract {

    private static final String LOCKED = """
            CREATE TABLE log (entry VARCHAR(20) PRIMARY KEY);
            LOCK TABLES `log` WRITE;
            /*!40000 ALTER TABLE `log` DISABLE KEYS */;
            INSERT INTO `log` VALUES ('one');
            INSERT INTO `log` VALUES ('two');
            /*!40000 ALTER TABLE `log` ENABLE KEYS */;
            UNLOCK TABLES;
            INSERT INTO log VALUES ('three');
            CREATE TABLE last (id INT);
            """;

    private TestSchema schema;

    @Override
    DataSource freshDatabase() throws SQLException {
        schema = MariaDbServer.shared().createSchema();
        return schema.dataSource();
    }

    @Override
    String currentSchema() {
        return "DATABASE()";
    }

    @Override
    String temporaryTable() {
        return "CREATE TEMPORARY TABLE t (id INT)";
    }

    @Test
    void statementsBetweenLockAndUnlockAreOneUnit() throws SQLException {
        assertThat(upgrade(scripted(write("dump.sql", LOCKED))).statements()).isEqualTo(9);
        assertThat(rows("SELECT entry FROM log ORDER BY 1")).containsExactly("one", "three", "two");
    }

    @Test
    void aFailureBetweenLockAndUnlockTakesBackTheUnit() throws SQLException {
        String path = write("dump.sql", LOCKED.replace("('two')", "('one')"));

        Problem problem = problemOfUpgrade(scripted(path));

        assertThat(problem.what()).startsWith("Statement 5 of 9 failed: ").contains("Duplicate entry 'one'");
        assertThat(problem.next().orElseThrow()).endsWith("it continues at statement 2");
        assertThat(rows("SELECT entry FROM log")).isEmpty();

        write("dump.sql", LOCKED);
        assertThat(upgrade(scripted(path)).statements()).isEqualTo(8);
        assertThat(rows("SELECT entry FROM log ORDER BY 1")).containsExactly("one", "three", "two");
    }

    @Test
    void aFailureBetweenLockAndUnlockAfterACommitIsADoubt() throws SQLException {
        String path = write("dump.sql", LOCKED.replace("ENABLE KEYS", "ADD nonsense"));

        Problem problem = problemOfUpgrade(scripted(path));

        assertThat(problem.what()).startsWith("Statement 6 of 9 failed: ").contains("commits by itself");
        assertThat(problemOfUpgrade(scripted(path)).code()).isEqualTo(ProblemCode.IN_DOUBT);
    }

    @Test
    void aDoubtBetweenLockAndUnlockIsDecidedForAllOfThem() throws SQLException {
        String path = write("dump.sql", LOCKED);
        killAfter(scripted(path), "UNLOCK TABLES");
        assertThat(problemOfUpgrade(scripted(path)).next().orElseThrow()).contains("-Dmigrate.resume=a1#2=done");

        RunResult result = MigratorContract.migrator(
                        scripted(path),
                        dataSource(),
                        MigratorContract.config().resume(new StatementId("a1", 2), ResumeDecision.DONE))
                .upgrade("head");

        assertThat(result.statements()).isEqualTo(2);
        assertThat(rows("SELECT entry FROM log ORDER BY 1")).containsExactly("one", "three", "two");
    }

    @Test
    void tablesThatStayLockedAreRefused() {
        Problem problem = problemOfUpgrade(scripted(write("dump.sql", LOCKED.replace("UNLOCK TABLES;", ""))));

        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_SCRIPT);
        assertThat(problem.what())
                .isEqualTo("statement 2 of the script locks tables, and no later one gives them free");
    }

    @Test
    void whatAScriptSetInItsSessionIsSetAgainWhenItGoesOn() throws SQLException {
        Asked.run(dataSource(), "CREATE TABLE blocker (id INT)");
        TestHistory history = scripted(write("modes.sql", """
                SET @old = @@sql_mode, sql_mode = 'NO_BACKSLASH_ESCAPES';
                CREATE TABLE log (entry VARCHAR(20));
                CREATE TABLE blocker (id INT);
                INSERT INTO log VALUES ('a\\'), ('b');
                SET sql_mode = @old;
                INSERT INTO log VALUES ('c\\'d');
                """));
        problemOfUpgrade(history);
        Asked.run(dataSource(), "DROP TABLE blocker");

        upgrade(history);

        assertThat(rows("SELECT entry FROM log ORDER BY 1")).containsExactly("a\\", "b", "c'd");
    }

    @Test
    void literalsFollowTheModeThatTheStepHasSet() throws SQLException {
        upgrade(doing(op -> {
            op.execute("SET sql_mode = 'NO_BACKSLASH_ESCAPES'");
            op.createTable("one", t -> t.varchar("path", 50).comment("C:\\temp\\"));
            op.execute("SET sql_mode = ''");
            op.createTable("two", t -> t.varchar("path", 50).comment("C:\\temp\\"));
        }));

        assertThat(rows("SELECT table_name, column_comment FROM information_schema.columns WHERE column_name = 'path'"
                        + " AND table_schema = DATABASE() ORDER BY 1"))
                .containsExactly("one C:\\temp\\", "two C:\\temp\\");
    }

    /** Runs to a table that is there already, and again without it. */
    private Problem problemOfSecondRun(TestHistory history) throws SQLException {
        Asked.run(dataSource(), "CREATE TABLE blocker (id INT)");
        assertThat(problemOfUpgrade(history).what()).contains("blocker");
        Asked.run(dataSource(), "DROP TABLE blocker");
        return problemOfUpgrade(history);
    }

    @Test
    void whatEarlierOperationsSetIsSetAgain() throws SQLException {
        String path = write(
                "set.sql", "SET @two = 'b', @text = 'CREATE TABLE t (id INT)'; CREATE TEMPORARY TABLE t (id INT);");
        TestHistory history = doing(op -> {
            op.execute("SET @one = ?", "a");
            op.script(path);
            op.execute("CREATE TABLE log (entry VARCHAR(20))");
            op.execute("CREATE TABLE blocker (id INT)");
            op.execute("INSERT INTO log VALUES (@one), (@two)");
        });
        Asked.run(dataSource(), "CREATE TABLE blocker (id INT)");
        problemOfUpgrade(history);
        Asked.run(dataSource(), "DROP TABLE blocker");

        upgrade(history);

        assertThat(rows("SELECT entry FROM log ORDER BY 1")).containsExactly("a", "b");
    }

    @Test
    void whatWasSetFromTheStateOfTheSessionIsNotGuessed() throws SQLException {
        for (String value : List.of("LAST_INSERT_ID()", "(SELECT 1)", "CURRENT_TIMESTAMP", "@@last_insert_id")) {
            String path = write("set.sql", "SET @id = " + value + ";\nCREATE TABLE blocker (id INT);\n");
            for (TestHistory history : List.of(scripted(path), doing(op -> {
                op.execute("SET @id = " + value);
                op.execute("CREATE TABLE blocker (id INT)");
            }))) {
                openDatabase();

                Problem problem = problemOfSecondRun(history);

                assertThat(problem.code()).isEqualTo(ProblemCode.IN_DOUBT);
                assertThat(problem.where().orElseThrow()).contains("SET @id");
            }
        }
    }

    @Test
    void rowsOfATableWithoutTransactionsAreNotWrittenTwice() throws SQLException {
        String path = write("rows.sql", "INSERT INTO log VALUES ('one');\nINSERT INTO missing VALUES (1);\n");
        for (TestHistory history : List.of(scripted(path), doing(op -> {
            op.insert("log", r -> r.columns("entry").row("one"));
            op.execute("INSERT INTO missing VALUES (1)");
        }))) {
            openDatabase();
            Asked.run(dataSource(), "CREATE TABLE log (entry VARCHAR(20) PRIMARY KEY) ENGINE=MyISAM");

            for (int run = 1; run <= 2; run++) {
                Problem problem = problemOfUpgrade(history);
                assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
                assertThat(problem.next().orElseThrow())
                        .contains("statement 1 is in the database", "it continues at statement 2");
            }
            assertThat(rows("SELECT entry FROM log")).containsExactly("one");
        }
    }

    @Test
    void whatAFailedStatementWroteIntoATableWithoutTransactionsIsAskedAbout() throws SQLException {
        for (TestHistory history : List.of(
                doing(op -> op.insert("log", r -> r.columns("entry").row("one").row("one"))),
                scripted(write(
                        "locked.sql",
                        "LOCK TABLES log WRITE;\nINSERT INTO log VALUES ('one');\n"
                                + "INSERT INTO missing VALUES (1);\nUNLOCK TABLES;\n")))) {
            openDatabase();
            Asked.run(dataSource(), "CREATE TABLE log (entry VARCHAR(20) PRIMARY KEY) ENGINE=MyISAM");

            assertThat(problemOfUpgrade(history).what()).contains("cannot be taken back");
            assertThat(problemOfUpgrade(history).code()).isEqualTo(ProblemCode.IN_DOUBT);
            assertThat(rows("SELECT entry FROM log")).containsExactly("one");
        }
    }
}
