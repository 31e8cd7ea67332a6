package dev.migrate.execute;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.testing.MySqlServer;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

/** The server that {@code -Dit.mysql.url} names. */
class MySqlBaselineTest extends MariaDbBaselineTest {

    @BeforeAll
    static void needsAServer() {
        assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
    }

    @Override
    DataSource fresh() throws SQLException {
        return MySqlServer.given().orElseThrow().createSchema().connectorJDataSource();
    }
}
