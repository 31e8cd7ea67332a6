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
        return throughMariaDbsDriver(jdbcUrl());
    }

    /** The schema through MySQL Connector/J. */
    public DataSource connectorJDataSource() {
        return throughConnectorJ(connectorJUrl());
    }

    /**
     * The schema as sessions see it that were told something when they began.
     *
     * @param connectorJ which of the two drivers is used
     * @param variables what sessions are told: {@code sql_mode='ANSI_QUOTES'}
     */
    public DataSource dataSource(boolean connectorJ, String variables) throws SQLException {
        return connectorJ
                ? throughConnectorJ(told(connectorJUrl(), variables))
                : throughMariaDbsDriver(told(jdbcUrl(), variables));
    }

    private static String told(String url, String variables) {
        return variables.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + "sessionVariables=" + variables;
    }

    private DataSource throughMariaDbsDriver(String url) throws SQLException {
        MariaDbDataSource dataSource = new MariaDbDataSource(url);
        dataSource.setUser(owner.username());
        dataSource.setPassword(owner.password());
        return dataSource;
    }

    private DataSource throughConnectorJ(String url) {
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(owner.username());
        dataSource.setPassword(owner.password());
        return dataSource;
    }

    /** A new connection of the owner, through MariaDB's own driver. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** The same schema for somebody else. */
    public TestSchema as(Account account) {
        return new TestSchema(server, name, account);
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
