package dev.migrate.execute;

import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import java.sql.SQLException;

/** What a migrator does on the MariaDB that is always there. */
abstract class MariaDbMigratorContract extends MySqlMigratorContract {

    @Override
    final MySqlServer server() {
        return MariaDbServer.shared();
    }

    @Override
    final String product() {
        return "mariadb";
    }

    static void asAdmin(String sql) throws SQLException {
        MariaDbServer.shared().asAdmin(sql);
    }
}
