package dev.migrate.execute;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.testing.MySqlServer;
import org.junit.jupiter.api.BeforeAll;

/** The server that {@code -Dit.mysql.url} names. */
class MySqlVerifyTest extends MariaDbVerifyTest {

    @BeforeAll
    static void needsAServer() {
        assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
    }

    @Override
    MySqlServer server() {
        return MySqlServer.given().orElseThrow();
    }
}
