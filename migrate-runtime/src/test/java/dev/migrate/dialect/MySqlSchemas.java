package dev.migrate.dialect;

import dev.migrate.testing.Account;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Two schemas on a MySQL or MariaDB, and an account that may do everything in both. */
record MySqlSchemas(String url, Account account, TestSchema schema, TestSchema other) implements DatabaseUnderTest {

    static MySqlSchemas fresh(MySqlServer server, boolean connectorJ) throws SQLException {
        TestSchema schema = server.createSchema();
        TestSchema other = server.createSchema();
        server.grant("ALL PRIVILEGES ON " + other.name() + ".*", schema.owner());
        server.grant("ALL PRIVILEGES ON " + other.name() + "_new.*", schema.owner());
        return new MySqlSchemas(connectorJ ? schema.connectorJUrl() : schema.jdbcUrl(), schema.owner(), schema, other);
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, account.username(), account.password());
    }

    @Override
    public String otherSchema() {
        return other.name();
    }

    @Override
    public void close() throws SQLException {
        schema.drop();
        other.drop();
    }
}
