package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgreSqlBackfillTest extends BackfillContract {

    @Override
    DataSource freshDatabase() throws SQLException {
        return PostgreSqlServer.shared().createSchema().dataSource();
    }

    /** A session goes by its process and when it began. */
    @Override
    boolean kill(String session) throws SQLException {
        if (!session.equals("0")) {
            PostgreSqlServer.shared().asAdmin("SELECT pg_terminate_backend(" + session.split("\\D", 2)[0] + ")");
        }
        return true;
    }

    private static TestHistory rates(String type, String last) {
        return history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.execute("CREATE TABLE rates (k " + type + " PRIMARY KEY, met INT NOT NULL DEFAULT 0)");
                            op.execute("INSERT INTO rates (k) SELECT n::numeric::" + type
                                    + " FROM generate_series(1000, 1020) n UNION SELECT '" + last + "'");
                            op.backfill("rates", b -> b.set("met = met + 1").batch(4));
                        },
                        NOTHING);
    }

    @Test
    void aKeyThatIsNoNumberStandsBehindAllNumbers() throws SQLException {
        migrator(rates("numeric", "NaN"), dataSource()).upgrade("head");

        assertThat(Asked.rows(dataSource(), "SELECT met, count(*) FROM rates GROUP BY met"))
                .containsExactly("1 22");
    }

    @Test
    void moneyIsNoKey() {
        assertThat(problemOf(() -> migrator(rates("money", "5"), dataSource()).upgrade("head"))
                        .code())
                .isEqualTo(ProblemCode.BAD_OPERATION);
    }
}
