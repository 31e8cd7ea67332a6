package dev.migrate.execute;

import dev.migrate.testing.Account;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** An account with a schema of its own name, which may make databases. */
class PostgreSqlVerifyTest extends VerifyContract {

    private PostgreSqlSchema schema;

    @Override
    DataSource fresh() throws SQLException {
        schema = PostgreSqlServer.shared().createSchema();
        PostgreSqlServer.shared().asAdmin("ALTER ROLE " + schema.owner().username() + " CREATEDB");
        return schema.dataSource();
    }

    @Override
    ScratchPlace place() {
        Account account = schema.owner();
        return new ScratchPlace(
                PostgreSqlServer.shared().jdbcUrl(),
                url -> DriverManager.getConnection(url, account.username(), account.password()));
    }

    @Override
    List<String> traces() throws SQLException {
        return Asked.rows(
                real(),
                "SELECT datname FROM pg_database WHERE datname LIKE 'migrate\\_%' UNION ALL"
                        + " SELECT tablename FROM pg_tables WHERE schemaname = CURRENT_SCHEMA");
    }
}
