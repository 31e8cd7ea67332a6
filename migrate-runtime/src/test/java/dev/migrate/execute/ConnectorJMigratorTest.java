package dev.migrate.execute;

import dev.migrate.testing.TestSchema;
import javax.sql.DataSource;

class ConnectorJMigratorTest extends MariaDbMigratorContract {

    @Override
    DataSource dataSource(TestSchema of) {
        return of.connectorJDataSource();
    }
}
