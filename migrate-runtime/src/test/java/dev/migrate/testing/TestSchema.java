package dev.migrate.testing;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * An empty schema of its own, and the account that may do everything in it and nothing elsewhere.
 *
 * @param server where it is
 * @param name its name
 * @param owner its account
 */
public record TestSchema(MySqlServer server, String name, Account owner) {

    /** The schema through MariaDB's own driver. */
    public DataSource dataSource() throws SQLException {
        MariaDbDataSource dataSource = new MariaDbDataSource(jdbcUrl());
        dataSource.setUser(owner.username());
        dataSource.setPassword(owner.password());
        return dataSource;
    }

    /** The schema through MySQL Connector/J. */
    public DataSource connectorJDataSource() {
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl(connectorJUrl());
        dataSource.setUser(owner.username());
        dataSource.setPassword(owner.password());
        return dataSource;
    }

    /** A new connection of the owner, through MariaDB's own driver. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** The URL for MariaDB's own driver. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** The URL for MySQL Connector/J. */
    public String connectorJUrl() {
        return server.connectorJUrl(name);
    }

    /** Drops it; on a server that goes with the JVM nobody has to. */
    public void drop() throws SQLException {
        server.drop(name);
    }
}
