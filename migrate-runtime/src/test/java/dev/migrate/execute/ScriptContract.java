package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.Operations;
import dev.migrate.execute.WatchedDataSource.Killed;
import dev.migrate.execute.WatchedDataSource.Moment;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a migrator does with scripts where definitions commit by themselves. */
abstract class ScriptContract {

    private static final String LOG = """
            CREATE TABLE log (entry VARCHAR(20) PRIMARY KEY);
            INSERT INTO log VALUES ('one');
            CREATE TABLE blocker (id INT);
            INSERT INTO log VALUES ('two');
            CREATE TABLE last (id INT);
            """;

    private final ScriptFiles files = new ScriptFiles();
    private DataSource dataSource;

    abstract DataSource freshDatabase() throws SQLException;

    @BeforeEach
    final void openDatabase() throws SQLException {
        dataSource = freshDatabase();
    }

    final DataSource dataSource() {
        return dataSource;
    }

    final String write(String name, String text) {
        return files.write(name, text);
    }

    static TestHistory scripted(String path) {
        return doing(op -> op.script(path));
    }

    static TestHistory doing(Consumer<Operations> up) {
        return history().revision("a1", "", up, NOTHING);
    }

    final RunResult upgrade(TestHistory history) {
        return migrator(history, dataSource).upgrade("head");
    }

    final Problem problemOfUpgrade(TestHistory history) {
        return problemOf(() -> upgrade(history));
    }

    final List<String> rows(String sql) throws SQLException {
        return Asked.rows(dataSource, sql);
    }

    private List<String> log() throws SQLException {
        return rows("SELECT entry FROM log ORDER BY entry");
    }

    private List<String> journal() throws SQLException {
        return rows("SELECT ordinal, sub, state FROM migrate_journal ORDER BY ordinal, sub");
    }

    @Test
    void eachStatementOfAScriptIsOneOfTheStep() throws SQLException {
        List<String> told = new ArrayList<>();
        String path = write("log.sql", "\uFEFF-- first a table\r\n" + LOG.replace("\n", "\r\n") + "-- the end\r\n");

        RunResult result = migrator(scripted("/" + path), dataSource, config().listener(event -> {
                    if (event instanceof RunEvent.StatementStarted statement) {
                        told.add(statement.number() + "/" + statement.of() + " " + statement.text());
                    }
                }))
                .upgrade("head");

        assertThat(result.statements()).isEqualTo(5);
        assertThat(told)
                .containsExactly(
                        "1/5 " + path + ":2: CREATE TABLE log (entry VARCHAR(20) PRIMARY KEY)",
                        "2/5 " + path + ":3: INSERT INTO log VALUES ('one')",
                        "3/5 " + path + ":4: CREATE TABLE blocker (id INT)",
                        "4/5 " + path + ":5: INSERT INTO log VALUES ('two')",
                        "5/5 " + path + ":6: CREATE TABLE last (id INT)");
        assertThat(log()).containsExactly("one", "two");
        assertThat(journal()).isEmpty();
        assertThat(rows("SELECT status, statements FROM migrate_history")).containsExactly("done 5");
    }

    @Test
    void aFailureInTheMiddleNamesFileAndLineAndTheNextRunGoesOnThere() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE blocker (id INT)");
        TestHistory history = scripted(write("log.sql", LOG));

        Problem problem = problemOfUpgrade(history);

        assertThat(problem.what()).startsWith("Statement 3 of 5 failed: ");
        assertThat(problem.where())
                .contains("revision a1: " + files.path("log.sql") + ":3: CREATE TABLE blocker (id INT)");
        assertThat(problem.next().orElseThrow())
                .startsWith("statements 1 to 2 are in the database")
                .contains("the rest of it may be corrected")
                .endsWith("it continues at statement 3");
        assertThat(journal()).containsExactly("1 1 done", "1 2 done");

        Asked.run(dataSource, "DROP TABLE blocker");
        RunResult result = upgrade(history);

        assertThat(result.statements()).isEqualTo(3);
        assertThat(log()).containsExactly("one", "two");
        assertThat(rows("SELECT status, statements FROM migrate_history")).containsExactly("done 5");
    }

    @Test
    void theRestOfAScriptMayBeCorrected() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE blocker (id INT)");
        String path = write("log.sql", LOG);
        problemOfUpgrade(scripted(path));
        write("log.sql", "-- corrected\n\n" + LOG.replace("CREATE TABLE blocker (id INT);", ""));

        RunResult result = upgrade(scripted(path));

        assertThat(result.statements()).isEqualTo(2);
        assertThat(log()).containsExactly("one", "two");
    }

    @Test
    void whatIsDoneOfAScriptMustStayAsItWas() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE blocker (id INT)");
        String path = write("log.sql", LOG);
        problemOfUpgrade(scripted(path));
        write("log.sql", LOG.replace("'one'", "'ten'"));

        assertThat(problemOfUpgrade(scripted(path)).code()).isEqualTo(ProblemCode.CHANGED_SINCE);
    }

    @Test
    void aScriptThatIsDoneMustStayAsItWas() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE blocker (id INT)");
        String path = write("log.sql", "CREATE TABLE log (entry VARCHAR(20));\n");
        TestHistory history = doing(op -> {
            op.script(path);
            op.createTable("blocker", t -> t.bigint("id"));
        });
        problemOfUpgrade(history);
        write("log.sql", "CREATE TABLE log (entry VARCHAR(30));\n");

        assertThat(problemOfUpgrade(history).code()).isEqualTo(ProblemCode.CHANGED_SINCE);

        write("log.sql", "CREATE TABLE log (entry VARCHAR(20));\r\n");
        assertThat(problemOfUpgrade(history).code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
    }

    @Test
    void aMissingScriptIsNamedWithWhatIsNear() {
        write("views_2026.sql", "SELECT 1;");

        Problem problem = problemOfUpgrade(scripted(files.path("reports.sql")));

        assertThat(problem.code()).isEqualTo(ProblemCode.MISSING_SCRIPT);
        assertThat(problem.what())
                .isEqualTo("the script " + files.path("reports.sql")
                        + " is not on the class path of dev.migrate.execute.TestHistory$Recorded");
        assertThat(problemOfUpgrade(scripted(files.path("Views-2026.txt"))).what())
                .endsWith(". There is " + files.path("views_2026.sql") + ": did you mean that?");
        assertThat(problem.next()).hasValueSatisfying(next -> assertThat(next).contains("src/main/resources/"));
    }

    @Test
    void aScriptThatCannotBeSplitStopsTheStepBeforeItsFirstStatement() throws SQLException {
        String path = write("log.sql", LOG + "SELECT 'open;\n");

        Problem problem = problemOfUpgrade(doing(op -> {
            op.createTable("first", t -> t.bigint("id"));
            op.script(path);
        }));

        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_SCRIPT);
        assertThat(problem.where()).contains(path + ":6");
        assertThat(rows("SELECT table_name FROM information_schema.tables WHERE LOWER(table_name) IN ('first', 'log')"
                        + " AND table_schema = " + currentSchema()))
                .isEmpty();
    }

    abstract String currentSchema();

    @Test
    void aScriptOfCommentsDoesNothing() throws SQLException {
        RunResult result = upgrade(scripted(write("empty.sql", "-- nothing\n/* here */ ;\n")));

        assertThat(result.statements()).isZero();
        assertThat(rows("SELECT version_num FROM migrate_version")).containsExactly("a1");
    }

    /** As for other statements: the next plain run completes, or asks; nothing is done twice. */
    @Test
    void aRunKilledAnywhereInAScriptGoesOnOrAsks() throws SQLException {
        TestHistory history = scripted(write("log.sql", LOG));
        WatchedDataSource undisturbed = new WatchedDataSource(dataSource);
        migrator(history, undisturbed).upgrade("head");
        int asked = 0;
        for (Moment moment : Moment.values()) {
            for (int at = 0; at < undisturbed.sent().size(); at++) {
                dataSource = freshDatabase();
                WatchedDataSource dying = new WatchedDataSource(dataSource).dying(moment, at);
                assertThat(catchThrowable(() -> migrator(history, dying).upgrade("head")))
                        .isInstanceOf(Killed.class);

                asked += completeAfterKill(history) ? 1 : 0;

                assertThat(log()).as("%s %s", moment, at).containsExactly("one", "two");
                assertThat(journal()).isEmpty();
            }
        }
        assertThat(asked).isPositive();
    }

    private boolean completeAfterKill(TestHistory history) throws SQLException {
        try {
            upgrade(history);
            return false;
        } catch (MigrateException e) {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.IN_DOUBT);
            String doubt = rows("SELECT sub, sql_text FROM migrate_journal WHERE state = 'started'")
                    .get(0);
            String table = doubt.replaceAll("(?s).*CREATE TABLE (\\w+).*", "$1");
            boolean there = !rows("SELECT table_name FROM information_schema.tables WHERE LOWER(table_name) = '" + table
                            + "' AND table_schema = " + currentSchema())
                    .isEmpty();
            StatementId id = new StatementId("a1", Integer.parseInt(doubt.substring(0, 1)));
            migrator(history, dataSource, config().resume(id, there ? ResumeDecision.DONE : ResumeDecision.RETRY))
                    .upgrade("head");
            return true;
        }
    }

    @Test
    void aRepeatableScriptBeginsAnewAfterAKill() throws SQLException {
        String path = write("log.sql", """
                CREATE TABLE IF NOT EXISTS log (entry VARCHAR(20));
                DELETE FROM log;
                INSERT INTO log VALUES ('one');
                CREATE TABLE IF NOT EXISTS last (id INT);
                """);
        TestHistory history = doing(op -> {
            op.createTable("first", t -> t.bigint("id"));
            op.script(path).repeatable();
        });
        killAfter(history, "CREATE TABLE IF NOT EXISTS last");

        RunResult result = upgrade(history);

        assertThat(result.statements()).isEqualTo(4);
        assertThat(log()).containsExactly("one");
    }

    @Test
    void aScriptThatIsDoneByItsAuthorsWordIsPassedBy() throws SQLException {
        String path = write("log.sql", LOG);
        TestHistory history = doing(op -> {
            op.script(path).doneWhen("SELECT COUNT(*) = 2 FROM log");
            op.createTable("after", t -> t.bigint("id"));
        });
        killAfter(history, "CREATE TABLE last");

        RunResult result = upgrade(history);

        assertThat(result.statements()).isEqualTo(1);
        assertThat(rows("SELECT statements FROM migrate_history")).containsExactly("6");
    }

    final void killAfter(TestHistory history, String begin) throws SQLException {
        WatchedDataSource undisturbed = new WatchedDataSource(freshDatabase());
        migrator(history, undisturbed).upgrade("head");
        int at = 0;
        while (!undisturbed.sent().get(at).startsWith(begin)) {
            at++;
        }
        WatchedDataSource dying = new WatchedDataSource(dataSource).dying(Moment.AFTER, at);
        assertThat(catchThrowable(() -> migrator(history, dying).upgrade("head")))
                .isInstanceOf(Killed.class);
    }

    @Test
    void whatAScriptKeptInItsSessionIsNotGuessedAfterwards() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE blocker (id INT)");
        String path = write("log.sql", LOG.replace("INSERT INTO log VALUES ('one')", temporaryTable()));
        problemOfUpgrade(scripted(path));
        Asked.run(dataSource, "DROP TABLE blocker");

        Problem problem = problemOfUpgrade(scripted(path));

        assertThat(problem.code()).isEqualTo(ProblemCode.IN_DOUBT);
        assertThat(problem.what()).contains("kept something in its session");
        assertThat(problem.where()).contains(path + ":2: " + temporaryTable());
    }

    abstract String temporaryTable();

    @Test
    void codeThatOverflowsTheStackFailsLikeAnyOther() throws SQLException {
        TestHistory history = doing(op -> op.run("recurse", 1, ctx -> recurse(1)));

        Problem problem = problemOfUpgrade(history);

        assertThat(problem.code()).isEqualTo(ProblemCode.RUN_FAILED);
        assertThat(problem.what()).contains("java.lang.StackOverflowError");
        assertThat(rows("SELECT status FROM migrate_history")).containsExactly("failed");
        assertThat(problemOfUpgrade(doing(op -> recurse(1))).code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
    }

    private static int recurse(int depth) {
        return depth == 0 ? 0 : 1 + recurse(depth + 1);
    }
}
