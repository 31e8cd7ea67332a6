package dev.migrate.execute;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The server that {@code -Dit.mysql.url} names. */
class MySqlMigratorTest {

    @BeforeAll
    static void needsAServer() {
        assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
    }

    @Nested
    class ThroughConnectorJ extends OnTheGivenServer {
        @Override
        DataSource dataSource(TestSchema of) {
            return of.connectorJDataSource();
        }
    }

    @Nested
    class ThroughMariaDbsDriver extends OnTheGivenServer {
        @Override
        DataSource dataSource(TestSchema of) throws SQLException {
            return of.dataSource();
        }
    }

    abstract static class OnTheGivenServer extends MySqlMigratorContract {

        @Override
        MySqlServer server() {
            return MySqlServer.given().orElseThrow();
        }

        @Override
        String product() {
            return server().product();
        }
    }
}
