package dev.migrate.execute;

import dev.migrate.testing.Account;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** An account with a database of its own, which may make others besides. */
class MariaDbVerifyTest extends VerifyContract {

    private TestSchema schema;

    @Override
    DataSource fresh() throws SQLException {
        schema = MariaDbServer.shared().createSchema();
        MariaDbServer.shared().grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
        return schema.dataSource();
    }

    @Override
    ScratchPlace place() {
        Account account = schema.owner();
        return new ScratchPlace(
                schema.jdbcUrl(), url -> DriverManager.getConnection(url, account.username(), account.password()));
    }

    @Override
    List<String> traces() throws SQLException {
        return Asked.rows(
                real(),
                "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'migrate\\_%' UNION ALL"
                        + " SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()");
    }
}
