package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.execute.WatchedDataSource.Moment;
import dev.migrate.problem.ProblemCode;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class H2FlowTest extends FlowContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    DataSource freshDatabase() throws SQLException {
        return H2MigratorTest.h2("mem:flow" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }

    @Override
    Consumer<Operations> sessionStatements() {
        return o -> {
            o.execute("SET @five = 5");
            o.execute("INSERT INTO teams (id, name) VALUES (@five, 'five')");
            o.execute("INSERT INTO teams (id, name) VALUES (@five + 1, 'six')");
        };
    }

    @Override
    int statementsInTheMiddleOfAnOperation() {
        return 2; // H2 makes an index and a comment of a new column by statements of their own
    }

    @Test
    void aSchemaOfThatNameIsTakenForItOnlyWhileNothingIsInIt() throws SQLException {
        TestHistory history = after(TABLES, op -> op.createSchema("billing"));

        kill(history, Moment.AFTER, "CREATE SCHEMA");
        migrator(history, dataSource()).upgrade("head");
        kill(history, Moment.BEFORE, "CREATE SCHEMA");
        Asked.run(dataSource(), "CREATE SCHEMA billing", "CREATE TABLE billing.bills (id INT)");

        assertThat(problemOf(() -> migrator(history, dataSource()).upgrade("head"))
                        .code())
                .isEqualTo(ProblemCode.IN_DOUBT);
    }

    /** The column is numbered already; only where its numbers begin is missing. */
    @Test
    void theBeginningOfNewNumbersIsAskedAbout() throws SQLException {
        TestHistory history = after(
                op -> {
                    TABLES.accept(op);
                    op.insert("users", r -> r.columns("id").row(1).row(2));
                },
                op -> op.alterColumn("users", "id", c -> c.identity()));
        kill(history, Moment.BEFORE, "ALTER TABLE users ALTER COLUMN id RESTART");

        String asked = problemOf(() -> migrator(history, dataSource()).upgrade("head"))
                .next()
                .orElseThrow();
        assertThat(asked).contains("b2#3=retry");
        migrator(history, dataSource(), config().resume(new StatementId("b2", 3), ResumeDecision.RETRY))
                .upgrade("head");

        Asked.run(dataSource(), "INSERT INTO users (name) VALUES ('third')");
        assertThat(Asked.rows(dataSource(), "SELECT id FROM users WHERE name = 'third'"))
                .containsExactly("3");
    }
}
