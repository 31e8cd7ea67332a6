package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Runs on a database that can take back everything. H2 cannot take back definitions, so these migrations change rows
 * only, and the dialect says that it can.
 */
class TransactionalRunTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private DataSource dataSource;

    @BeforeEach
    void createTable() throws SQLException {
        dataSource = H2MigratorTest.h2("mem:transactional" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        Asked.run(dataSource, "CREATE TABLE log (entry VARCHAR(20) NOT NULL)");
    }

    private static Dialect takingBackEverything(Connection connection) throws SQLException {
        Dialect real = Dialects.of(connection);
        return (Dialect) Proxy.newProxyInstance(
                Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("ddlCommits") ? false : method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Migrator migrator(TestHistory history, TransactionMode mode) {
        return Migrator.on(
                new Target(
                        dataSource,
                        TransactionalRunTest::takingBackEverything,
                        config().transactionMode(mode).build()),
                history.indexed());
    }

    private static TestHistory writing(String last) {
        return history()
                .revision("a1", "", op -> op.execute("INSERT INTO log VALUES ('one')"), NOTHING)
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.execute("INSERT INTO log VALUES ('two')");
                            op.execute("INSERT INTO log VALUES (" + last + ")");
                        },
                        NOTHING);
    }

    private List<String> log() throws SQLException {
        return Asked.rows(dataSource, "SELECT entry FROM log ORDER BY 1");
    }

    private List<String> versions() throws SQLException {
        return Asked.rows(dataSource, "SELECT version_num FROM migrate_version");
    }

    private List<String> statuses() throws SQLException {
        return Asked.rows(dataSource, "SELECT revision, status FROM migrate_history ORDER BY step");
    }

    @Test
    void aStepIsOneTransaction() throws SQLException {
        Problem problem = problemOf(
                () -> migrator(writing("NULL"), TransactionMode.PER_MIGRATION).upgrade("head"));

        assertThat(problem.next())
                .contains(
                        "nothing of this revision is in the database; correct the migration or what stands in its way,"
                                + " then run: mvn migrate:upgrade");
        assertThat(log()).containsExactly("one");
        assertThat(versions()).containsExactly("a1");
        assertThat(statuses()).containsExactly("a1 done", "b2 failed");
    }

    @Test
    void aWholeRunIsOneTransactionWhenAskedFor() throws SQLException {
        Problem problem =
                problemOf(() -> migrator(writing("NULL"), TransactionMode.ALL).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(log()).isEmpty();
        assertThat(versions()).isEmpty();
        assertThat(statuses()).containsExactly("b2 failed");

        migrator(writing("'three'"), TransactionMode.ALL).upgrade("head");

        assertThat(log()).containsExactly("one", "three", "two");
        assertThat(versions()).containsExactly("b2");
        assertThat(statuses()).containsExactly("b2 failed", "a1 done", "b2 done");
    }

    @Test
    void eachStatementStaysWhenAskedFor() throws SQLException {
        Problem problem =
                problemOf(() -> migrator(writing("NULL"), TransactionMode.NONE).upgrade("head"));

        assertThat(problem.next())
                .contains("statement 1 is in the database; correct the rest of the migration or what stands in its way,"
                        + " then run: mvn migrate:upgrade\nit continues at statement 2");
        assertThat(log()).containsExactly("one", "two");
        assertThat(versions()).containsExactly("a1");
    }
}
