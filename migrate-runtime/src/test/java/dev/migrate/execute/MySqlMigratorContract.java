package dev.migrate.execute;

import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** What a migrator does on MySQL and MariaDB, whichever driver is used. */
abstract class MySqlMigratorContract extends MigratorContract {

    private TestSchema schema;
    private TestSchema other;

    abstract MySqlServer server() throws SQLException;

    abstract DataSource dataSource(TestSchema of) throws SQLException;

    @Override
    final DataSource freshDatabase() throws SQLException {
        schema = server().createSchema();
        return dataSource(schema);
    }

    @AfterEach
    final void dropDatabases() throws SQLException {
        schema.drop();
        if (other != null) {
            other.drop();
        }
    }

    final TestSchema schema() {
        return schema;
    }

    @Override
    final String currentSchema() {
        return "DATABASE()";
    }

    @Override
    final String otherSchema() throws SQLException {
        other = server().createSchema();
        server().grant("ALL PRIVILEGES ON " + other.name() + ".*", schema.owner());
        return other.name();
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
