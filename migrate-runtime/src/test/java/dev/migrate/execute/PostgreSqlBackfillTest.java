package dev.migrate.execute;

import dev.migrate.testing.PostgreSqlServer;
import java.sql.SQLException;
import javax.sql.DataSource;

class PostgreSqlBackfillTest extends BackfillContract {

    @Override
    DataSource freshDatabase() throws SQLException {
        return PostgreSqlServer.shared().createSchema().dataSource();
    }
}
