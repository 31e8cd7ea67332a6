package dev.migrate.execute;

import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What a migrator does on MariaDB, whichever driver is used. */
abstract class MariaDbMigratorContract extends MigratorContract {

    private TestSchema schema;

    @Override
    final DataSource freshDatabase() throws SQLException {
        schema = MariaDbServer.shared().createSchema();
        return dataSource(schema);
    }

    abstract DataSource dataSource(TestSchema of) throws SQLException;

    final TestSchema schema() {
        return schema;
    }

    @Override
    final String product() {
        return "mariadb";
    }

    @Override
    final String currentSchema() {
        return "DATABASE()";
    }

    @Override
    final String otherSchema() throws SQLException {
        TestSchema other = MariaDbServer.shared().createSchema();
        asAdmin("GRANT ALL PRIVILEGES ON " + other.name() + ".* TO '" + schema.owner() + "'@'127.0.0.1'");
        return other.name();
    }

    static void asAdmin(String sql) throws SQLException {
        try (Connection admin = MariaDbServer.shared().connectAsAdmin();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    final String useSchema(String name) {
        return "USE " + name;
    }

    @Override
    final String indexQuery(String table) {
        return "SELECT index_name FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = '"
                + table + "'";
    }
}
