package dev.migrate.execute;

import dev.migrate.testing.MariaDbServer;
import java.sql.SQLException;
import javax.sql.DataSource;

class MariaDbBackfillTest extends BackfillContract {

    @Override
    DataSource freshDatabase() throws SQLException {
        return MariaDbServer.shared().createSchema().dataSource();
    }
}
