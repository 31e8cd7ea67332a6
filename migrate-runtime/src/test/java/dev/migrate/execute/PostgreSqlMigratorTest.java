package dev.migrate.execute;

import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.SQLException;
import javax.sql.DataSource;

class PostgreSqlMigratorTest extends MigratorContract {

    private PostgreSqlSchema schema;

    @Override
    DataSource freshDatabase() throws SQLException {
        schema = PostgreSqlServer.shared().createSchema();
        return schema.dataSource();
    }

    @Override
    String product() {
        return "postgresql";
    }

    @Override
    String currentSchema() {
        return "CURRENT_SCHEMA";
    }

    @Override
    String otherSchema() throws SQLException {
        String other = schema.name() + "_other";
        PostgreSqlServer.shared().asAdmin("CREATE SCHEMA " + other + " AUTHORIZATION " + schema.owner());
        return other;
    }

    @Override
    String useSchema(String name) {
        return "SET search_path TO " + name;
    }

    @Override
    String indexQuery(String table) {
        return "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema AND tablename = '" + table + "'";
    }
}
