package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.SHOP;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only H2 can show: files, and schemas beside each other. */
class H2RunTest {

    private static DataSource memory(String name) {
        return H2MigratorTest.h2("mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    private static DataSource as(String name, String password) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + name);
        dataSource.setUser("app");
        dataSource.setPassword(password);
        return dataSource;
    }

    @Test
    void aFileKeepsWhatWasDone(@TempDir Path directory) throws SQLException {
        DataSource file = H2MigratorTest.h2("file:" + directory.resolve("shop"));

        migrator(SHOP, file).upgrade("head");
        RunResult second = migrator(SHOP, file).upgrade("head");
        RunResult down = migrator(SHOP, file).downgrade("base");

        assertThat(second.steps()).isEmpty();
        assertThat(down.steps()).hasSize(4);
    }

    @Test
    void aFileThatAnotherProcessHasOpenIsWaitedFor(@TempDir Path directory) throws Exception {
        String url = "file:" + directory.resolve("shop");
        DataSource file = H2MigratorTest.h2(url);
        CompletableFuture<RunEvent.WaitingForLock> waiting = new CompletableFuture<>();
        MigratorConfig.Builder patient = config().lockTimeout(Duration.ofMinutes(1))
                .listener(event -> {
                    if (event instanceof RunEvent.WaitingForLock wait) {
                        waiting.complete(wait);
                    }
                });

        CompletableFuture<RunResult> upgrade;
        OpensAFile other = OpensAFile.at("jdbc:h2:" + url);
        try (other) {
            Problem problem = problemOf(() -> migrator(SHOP, file, config().lockTimeout(Duration.ofMillis(100)))
                    .upgrade("head"));
            assertThat(problem.code()).isEqualTo(ProblemCode.LOCK_HELD);
            assertThat(problem.what()).contains("held by another process, which has the database open: ");
            upgrade = CompletableFuture.supplyAsync(
                    () -> migrator(SHOP, file, patient).upgrade("head"));
            assertThat(waiting.get(30, TimeUnit.SECONDS).holder()).isPresent();
            assertThat(upgrade).isNotDone();
        }

        assertThat(upgrade.get(30, TimeUnit.SECONDS).steps()).hasSize(4);
    }

    @Test
    void adviceSaysThatAnOperationOfWhichAPartIsDoneHasToStay() throws SQLException {
        DataSource dataSource = memory("parts");
        Asked.run(dataSource, "CREATE TABLE t (n VARCHAR(10))", "INSERT INTO t VALUES (NULL)");
        TestHistory history = TestHistory.history()
                .revision(
                        "a1",
                        "",
                        op -> op.alterColumn("t", "n", c -> c.varchar(20).notNull()),
                        NOTHING);

        Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));
        Asked.run(dataSource, "UPDATE t SET n = 'x'");
        RunResult second = migrator(history, dataSource).upgrade("head");

        assertThat(problem.next())
                .contains("statement 1 is in the database (h2 commits each DDL statement); statement 1 belongs to"
                        + " \"alter column t.n\", which has to stay as it is: put right what stands in its way, then run:"
                        + " mvn migrate:upgrade\nit continues at statement 2");
        assertThat(second.steps()).hasSize(1);
    }

    @Test
    void theOwnTablesMayHaveASchemaOfTheirOwn() throws SQLException {
        DataSource dataSource = memory("schemas");
        Asked.run(dataSource, "CREATE SCHEMA app", "CREATE SCHEMA \"Odd One\"");
        MigratorConfig.Builder config = config().schema("app").versionTableSchema("Odd One");

        migrator(SHOP, dataSource, config).upgrade("head");

        assertThat(Asked.rows(
                        dataSource,
                        "SELECT table_schema, LOWER(table_name) FROM information_schema.tables WHERE table_schema IN"
                                + " ('APP', 'Odd One', 'PUBLIC') ORDER BY 1, 2"))
                .containsExactly(
                        "APP orders",
                        "APP users",
                        "Odd One migrate_history",
                        "Odd One migrate_info",
                        "Odd One migrate_journal",
                        "Odd One migrate_lock",
                        "Odd One migrate_version");
        assertThat(migrator(SHOP, dataSource, config).current().atHeads()).isTrue();
    }

    @Test
    void aPoolGetsItsConnectionsBackAsItGaveThem() throws SQLException {
        DataSource dataSource = memory("pooled");
        Asked.run(dataSource, "CREATE SCHEMA app");
        try (Connection first = dataSource.getConnection();
                Connection second = dataSource.getConnection()) {
            Connection[] pool = {first, second};
            int[] given = {0};
            DataSource pooled = (DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> unclosable(pool[given[0]++ % 2]));

            migrator(SHOP, pooled, config().schema("app")).upgrade("head");

            for (Connection connection : pool) {
                assertThat(connection.getSchema()).isEqualTo("PUBLIC");
                assertThat(connection.getAutoCommit()).isTrue();
            }
        }
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
    void aWrongPasswordIsAccessDenied() throws SQLException {
        DataSource owner = memory("guarded");
        Asked.run(owner, "CREATE USER app PASSWORD 's3cret'");
        DataSource wrong = as("guarded", "wr0ng");

        Problem problem = problemOf(() -> migrator(SHOP, wrong).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.ACCESS_DENIED);
        assertThat(problem.text()).doesNotContain("s3cret").doesNotContain("wr0ng");
    }

    @Test
    void anAccountThatMayNotCreateIsToldWhatIsMissing() throws SQLException {
        DataSource owner = memory("grants");
        Asked.run(owner, "CREATE USER app PASSWORD 's3cret'", "CREATE TABLE t (id INT)", "GRANT SELECT ON t TO app");
        DataSource account = as("grants", "s3cret");

        Problem problem = problemOf(() -> migrator(TestHistory.history().revision("a1", "", NOTHING, NOTHING), account)
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.MISSING_PRIVILEGE);
        assertThat(problem.next()).hasValueSatisfying(next -> assertThat(next).contains("migrate_history TO APP;"));
    }
}
