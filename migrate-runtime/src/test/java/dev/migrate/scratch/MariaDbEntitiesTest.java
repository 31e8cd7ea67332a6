package dev.migrate.scratch;

import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import javax.sql.DataSource;

class MariaDbEntitiesTest extends EntitiesContract {

    @Override
    DataSource fresh() throws SQLException {
        MariaDbServer server = MariaDbServer.shared();
        TestSchema schema = server.createSchema();
        server.grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
        return schema.dataSource();
    }
}
