package dev.migrate.testing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty schema of its own, and the account that owns it and nothing else.
 *
 * @param server where it is
 * @param name its name, which is the account's
 * @param owner its account
 */
public record PostgreSqlSchema(PostgreSqlServer server, String name, Account owner) {

    /** The schema's owner, for whom the schema comes first. */
    public DataSource dataSource() {
        return dataSource(owner);
    }

    /** The same database as another account, for whom the schema is one of many. */
    public DataSource dataSource(Account account) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(server.jdbcUrl());
        dataSource.setUser(account.username());
        dataSource.setPassword(account.password());
        return dataSource;
    }

    /** A new connection of the owner. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }
}
