package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.ColumnChange;
import dev.migrate.Operations;
import dev.migrate.execute.WatchedDataSource.Moment;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.MariaDbServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MariaDbFlowTest extends FlowContract {

    @Override
    DataSource freshDatabase() throws SQLException {
        return MariaDbServer.shared().createSchema().dataSource();
    }

    @Override
    Consumer<Operations> sessionStatements() {
        return o -> {
            o.execute("CREATE TEMPORARY TABLE numbers (n INT AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT = 5");
            o.execute("INSERT INTO numbers VALUES (NULL)");
            o.execute("SET @five = LAST_INSERT_ID()");
            o.execute("INSERT INTO teams (id, name) SELECT n, 'five' FROM numbers");
            o.verify("the number is five", "SELECT @five", 5);
            o.execute("INSERT INTO teams (id, name) VALUES (@five + 1, 'six')");
            o.execute("DROP TEMPORARY TABLE numbers");
        };
    }

    @Override
    int statementsInTheMiddleOfAnOperation() {
        return 0;
    }

    @Test
    void aColumnThatWasToBeMovedIsWhereItWasOrWhereItShouldBe() throws SQLException {
        Map<String, Consumer<ColumnChange>> moves = Map.of(
                "name,id,team_id", c -> c.first(),
                "id,team_id,name", c -> c.after("team_id"));
        for (Map.Entry<String, Consumer<ColumnChange>> move : moves.entrySet()) {
            TestHistory history = after(TABLES, op -> op.alterColumn("users", "name", move.getValue()));

            kill(history, Moment.AFTER, "ALTER TABLE users MODIFY");
            migrator(history, dataSource()).upgrade("head");
            assertThat(columns()).containsExactly(move.getKey());

            kill(history, Moment.BEFORE, "ALTER TABLE users MODIFY");
            assertThat(problemOf(() -> migrator(history, dataSource()).upgrade("head"))
                            .code())
                    .isEqualTo(ProblemCode.IN_DOUBT);
            assertThat(columns()).containsExactly("id,name,team_id");
            migrator(history, dataSource(), config().resume(new StatementId("b2", 1), ResumeDecision.RETRY))
                    .upgrade("head");
            assertThat(columns()).containsExactly(move.getKey());
        }
    }

    private List<String> columns() throws SQLException {
        return Asked.rows(
                dataSource(),
                "SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = 'users'");
    }

    /** The server sets parentheses where it likes, so that both look the same without them. */
    @Test
    void anExpressionThatMayBeTheOldOneIsAskedAbout() throws SQLException {
        TestHistory history = after(
                op -> op.createTable("sums", t -> {
                    t.integer("a").defaultValue(2);
                    t.integer("b").defaultValue(3);
                    t.integer("total").generatedAs("a + b * a");
                    t.varchar("word", 40);
                }),
                op -> op.alterColumn("sums", "total", c -> c.generatedAs("(a + b) * a")));

        kill(history, Moment.BEFORE, "ALTER TABLE sums MODIFY");

        assertThat(problemOf(() -> migrator(history, dataSource()).upgrade("head"))
                        .code())
                .isEqualTo(ProblemCode.IN_DOUBT);
        migrator(history, dataSource(), config().resume(new StatementId("b2", 1), ResumeDecision.RETRY))
                .upgrade("head");
        Asked.run(dataSource(), "INSERT INTO sums (word) VALUES ('x')");
        assertThat(Asked.rows(dataSource(), "SELECT total FROM sums")).containsExactly("10");
    }

    @Test
    void aDefaultOfOneTermIsKnownAgain() throws SQLException {
        TestHistory history = after(
                TABLES, op -> op.alterColumn("users", "name", c -> c.varchar(50).defaultExpression("lower('X')")));
        TestHistory plain = after(
                TABLES, op -> op.alterColumn("users", "name", c -> c.varchar(50).defaultExpression("uuid()")));

        kill(history, Moment.AFTER, "ALTER TABLE users MODIFY");
        assertThat(problemOf(() -> migrator(history, dataSource()).upgrade("head"))
                        .code())
                .isEqualTo(ProblemCode.IN_DOUBT);
        kill(plain, Moment.AFTER, "ALTER TABLE users MODIFY");
        migrator(plain, dataSource()).upgrade("head");
    }
}
