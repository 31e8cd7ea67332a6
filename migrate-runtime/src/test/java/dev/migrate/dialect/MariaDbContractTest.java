package dev.migrate.dialect;

import dev.migrate.testing.MariaDbServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;

class MariaDbContractTest {

    @Nested
    class ThroughItsOwnDriver extends DialectContract {
        @Override
        DatabaseUnderTest fresh() throws SQLException {
            return MySqlSchemas.fresh(MariaDbServer.shared(), false);
        }
    }

    @Nested
    class ThroughConnectorJ extends DialectContract {
        @Override
        DatabaseUnderTest fresh() throws SQLException {
            return MySqlSchemas.fresh(MariaDbServer.shared(), true);
        }
    }
}
