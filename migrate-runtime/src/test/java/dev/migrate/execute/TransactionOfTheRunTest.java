package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.migrate.Operations;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.PostgreSqlServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** A migration cannot end the transaction that its step is. */
class TransactionOfTheRunTest {

    @TempDir
    private Path directory;

    private static TestHistory doing(Consumer<Operations> up) {
        return history().revision("a1", "", up, NOTHING);
    }

    private static TestHistory between(Consumer<Operations> what) {
        return doing(op -> {
            op.createTable("one", t -> t.integer("id"));
            what.accept(op);
            op.createTable("two", t -> t.integer("id"));
        });
    }

    private DataSource sqlite() {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + directory.resolve("shop.db"));
        return dataSource;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK", "/* all of it */ rollback;", "COMMIT", "BEGIN", "END", "START TRANSACTION"})
    void sqlIsRefusedThatWouldEndIt(String sql) throws SQLException {
        for (DataSource dataSource :
                new DataSource[] {PostgreSqlServer.shared().createSchema().dataSource(), sqlite()}) {
            Problem problem = problemOf(
                    () -> migrator(between(op -> op.execute(sql)), dataSource).upgrade("head"));

            assertThat(problem.code()).isEqualTo(ProblemCode.BAD_OPERATION);
            assertThat(problem.what()).contains("reaches into the transaction of the run");
            assertThat(Asked.rows(dataSource, "SELECT COUNT(*) FROM migrate_version"))
                    .containsExactly("0");
        }
    }

    @Test
    void aSavepointIsTheMigrationsOwn() throws SQLException {
        DataSource dataSource = PostgreSqlServer.shared().createSchema().dataSource();

        migrator(
                        between(op -> {
                            op.execute("SAVEPOINT here");
                            op.execute("ROLLBACK TO here");
                        }),
                        dataSource)
                .upgrade("head");

        assertThatCode(() -> Asked.rows(dataSource, "SELECT one.id FROM one, two"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK", "commit", "BEGIN"})
    void codeIsRefusedThatWouldEndIt(String sql) throws SQLException {
        DataSource dataSource = PostgreSqlServer.shared().createSchema().dataSource();
        TestHistory history = between(op -> op.run("end it", 1, context -> Asked.run(context.connection(), sql)));

        Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));

        assertThat(problem.what()).contains("the run owns this connection");
        assertThat(Asked.rows(dataSource, "SELECT status FROM migrate_history")).containsExactly("failed");
    }

    @Test
    void aRollbackThatNobodyFoundBeforeIsFoundAtTheEndOfTheStep() throws SQLException {
        DataSource dataSource = PostgreSqlServer.shared().createSchema().dataSource();
        TestHistory history =
                between(op -> op.run("end it", 1, context -> Asked.run(context.connection(), "SELECT 1; ROLLBACK")));

        Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));

        assertThat(problem.what()).contains("has rolled back the transaction of the run");
        assertThat(Asked.rows(dataSource, "SELECT COUNT(*) FROM migrate_version"))
                .containsExactly("0");
    }

    @Test
    void tablesAreLockedInScriptsOnly() throws SQLException {
        DataSource dataSource = MariaDbServer.shared().createSchema().dataSource();

        Problem problem = problemOf(() -> migrator(between(op -> op.execute("LOCK TABLES one WRITE")), dataSource)
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_OPERATION);
        assertThat(problem.next().orElseThrow()).contains("op.script");
    }
}
