package dev.migrate.scratch;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

/** The server that {@code -Dit.mysql.url} names. */
class MySqlEntitiesTest extends EntitiesContract {

    @BeforeAll
    static void needsAServer() throws SQLException {
        assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
        assumeFalse(MySqlServer.given().orElseThrow().isOld(), "Hibernate 6 knows no MySQL 5.7");
    }

    @Override
    String name() {
        return MySqlServer.given().orElseThrow().product();
    }

    @Override
    DataSource fresh() throws SQLException {
        MySqlServer server = MySqlServer.given().orElseThrow();
        TestSchema schema = server.createSchema();
        server.grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
        return schema.connectorJDataSource();
    }
}
