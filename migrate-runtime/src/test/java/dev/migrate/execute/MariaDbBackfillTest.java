package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.MariaDbServer;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MariaDbBackfillTest extends BackfillContract {

    @Override
    DataSource freshDatabase() throws SQLException {
        return MariaDbServer.shared().createSchema().dataSource();
    }

    @Override
    boolean kill(String session) throws SQLException {
        if (!session.equals("0")) {
            MariaDbServer.shared().asAdmin("KILL " + session);
        }
        return true;
    }

    /** The driver calls them all true. */
    @Test
    void numbersInOneDigitAreNumbers() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.execute("CREATE TABLE flags (shop INT, k TINYINT(1), met INT NOT NULL DEFAULT 0,"
                                    + " PRIMARY KEY (shop, k))");
                            op.execute(
                                    "INSERT INTO flags (shop, k) SELECT seq % 2, CAST(seq AS SIGNED) - 20 FROM seq_0_to_40");
                            op.backfill("flags", b -> b.set("met = met + 1").batch(3));
                        },
                        NOTHING);

        migrator(history, dataSource()).upgrade("head");

        assertThat(Asked.rows(dataSource(), "SELECT met, count(*) FROM flags GROUP BY met"))
                .containsExactly("1 41");
    }
}
