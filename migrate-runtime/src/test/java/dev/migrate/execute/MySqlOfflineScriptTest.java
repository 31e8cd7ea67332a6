package dev.migrate.execute;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.testing.Client;
import dev.migrate.testing.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/** The server that {@code -Dit.mysql.url} names, and the client that {@code -Dit.client.mysql} names. */
class MySqlOfflineScriptTest extends MySqlOfflineScriptContract {

    @BeforeAll
    static void needsAServer() {
        assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
    }

    @Override
    String dialect() throws SQLException {
        try (Connection connection = server().connectAsAdmin()) {
            Dialect dialect = Dialects.of(connection);
            return dialect.name() + ":" + dialect.version();
        }
    }

    @Override
    String unpreparing() throws SQLException {
        return server().product().equals("mysql") ? dialect() : "mariadb:10.6";
    }

    @Override
    MySqlServer server() {
        return MySqlServer.given().orElseThrow();
    }

    @Override
    List<String> client() {
        String[] hostAndPort = server().address().split(":", -1);
        return List.of(
                Client.program(server().product()),
                "--no-defaults",
                "--protocol=TCP",
                server().product().equals("mysql") ? "--get-server-public-key" : "--skip-ssl",
                "--host=" + hostAndPort[0],
                "--port=" + hostAndPort[1]);
    }
}
