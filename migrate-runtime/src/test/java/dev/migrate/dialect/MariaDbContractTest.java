package dev.migrate.dialect;

import dev.migrate.testing.Account;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;

class MariaDbContractTest {

    @Nested
    class ThroughItsOwnDriver extends DialectContract {
        @Override
        DatabaseUnderTest fresh() throws SQLException {
            return MariaDbSchemas.fresh(false);
        }
    }

    @Nested
    class ThroughConnectorJ extends DialectContract {
        @Override
        DatabaseUnderTest fresh() throws SQLException {
            return MariaDbSchemas.fresh(true);
        }
    }

    /** Two schemas, and an account that may do everything in both. */
    record MariaDbSchemas(String url, Account account, String otherSchema) implements DatabaseUnderTest {

        static MariaDbSchemas fresh(boolean connectorJ) throws SQLException {
            MariaDbServer server = MariaDbServer.shared();
            TestSchema schema = server.createSchema();
            TestSchema other = server.createSchema();
            Account account = server.createAccount(
                    "ALL PRIVILEGES ON " + schema.name() + ".*", "ALL PRIVILEGES ON " + other.name() + ".*");
            return new MariaDbSchemas(connectorJ ? schema.connectorJUrl() : schema.jdbcUrl(), account, other.name());
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, account.username(), account.password());
        }

        @Override
        public void close() {
            // Schemas go with their server.
        }
    }
}
