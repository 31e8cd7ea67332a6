package dev.migrate.execute;

import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import javax.sql.DataSource;

class MariaDbMigratorTest extends MariaDbMigratorContract {

    @Override
    DataSource dataSource(TestSchema of) throws SQLException {
        return of.dataSource();
    }
}
