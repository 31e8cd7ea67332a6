package dev.migrate.dialect;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.problem.MigrateException;
import dev.migrate.testing.MySqlServer;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Oracle's MySQL, which has to be brought along: {@code .ci/mysql} does, or {@code -Dit.mysql.url} names one. */
class MySqlContractTest {

    @BeforeAll
    static void saysWhenThereIsNone() {
        if (MySqlServer.given().isEmpty()) {
            System.out.println("NOT TESTED: MySQL. Name a server with"
                    + " -Dit.mysql.url=jdbc:mysql://127.0.0.1:3306/?user=root, or let .ci/mysql start some");
        }
        assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
    }

    @Nested
    class ThroughConnectorJ extends OnMySql {
        @Override
        DatabaseUnderTest fresh() throws SQLException {
            return MySqlSchemas.fresh(MySqlServer.given().orElseThrow(), true);
        }
    }

    @Nested
    class ThroughMariaDbsDriver extends OnMySql {
        @Override
        DatabaseUnderTest fresh() throws SQLException {
            return MySqlSchemas.fresh(MySqlServer.given().orElseThrow(), false);
        }
    }

    /** MySQL 5.7 cannot do everything, and says so. */
    abstract static class OnMySql extends DialectContract {
        @Override
        void refused(MigrateException refusal) {
            assumeFalse(refusal.getMessage().contains(" MySQL 5.7."), refusal.getMessage());
            throw refusal;
        }
    }
}
