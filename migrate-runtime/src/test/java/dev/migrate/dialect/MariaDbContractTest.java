package dev.migrate.dialect;

import dev.migrate.testing.MariaDbServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;

class MariaDbContractTest {

    @Nested
    class ThroughItsOwnDriver extends DialectContract {
        @Override
        Connection connect() throws SQLException {
            return MariaDbServer.shared().createSchema().connect();
        }
    }

    @Nested
    class ThroughConnectorJ extends DialectContract {
        @Override
        Connection connect() throws SQLException {
            return MariaDbServer.shared().createSchema().connectorJDataSource().getConnection();
        }
    }
}
