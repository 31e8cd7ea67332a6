package dev.migrate.execute;

import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import java.util.List;

class MariaDbOfflineScriptTest extends MySqlOfflineScriptContract {

    @Override
    String dialect() {
        return "mariadb:11.4";
    }

    @Override
    String unpreparing() {
        return "mariadb:10.6";
    }

    @Override
    MySqlServer server() {
        return MariaDbServer.shared();
    }

    @Override
    List<String> client() {
        return List.of(
                MariaDbServer.shared().program("mariadb"),
                "--no-defaults",
                "--protocol=TCP",
                "--host=127.0.0.1",
                "--skip-ssl",
                "--port=" + MariaDbServer.shared().port());
    }
}
