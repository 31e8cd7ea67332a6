package dev.migrate.scratch;

import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.SQLException;
import javax.sql.DataSource;

class PostgreSqlEntitiesTest extends EntitiesContract {

    @Override
    DataSource fresh() throws SQLException {
        PostgreSqlServer server = PostgreSqlServer.shared();
        PostgreSqlSchema schema = server.createSchema();
        server.asAdmin("GRANT CREATE ON DATABASE postgres TO " + schema.owner().username());
        return schema.dataSource();
    }
}
