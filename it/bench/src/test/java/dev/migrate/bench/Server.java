package dev.migrate.bench;

import dev.migrate.testing.Account;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty schema of a server, which another process can reach too.
 *
 * @param name what it is called in the report
 * @param url the URL for the database's own driver
 * @param account an account that may do everything there
 */
record Server(String name, String url, Account account) {

    private static final String URL = "BENCH_URL";
    private static final String USER = "BENCH_USER";
    private static final String PASSWORD = "BENCH_PASSWORD";

    static List<Server> all() throws SQLException {
        TestSchema mariaDb = MariaDbServer.shared().createSchema();
        PostgreSqlSchema postgreSql = PostgreSqlServer.shared().createSchema();
        return List.of(
                new Server("MariaDB, its own driver", mariaDb.jdbcUrl(), mariaDb.owner()),
                new Server("PostgreSQL", PostgreSqlServer.shared().jdbcUrl(), postgreSql.owner()));
    }

    static Server fromEnvironment() {
        Map<String, String> environment = System.getenv();
        return new Server("", environment.get(URL), new Account(environment.get(USER), environment.get(PASSWORD)));
    }

    void into(Map<String, String> environment) {
        environment.put(URL, url);
        environment.put(USER, account.username());
        environment.put(PASSWORD, account.password());
    }

    DataSource dataSource() throws SQLException {
        if (url.startsWith("jdbc:mariadb:")) {
            MariaDbDataSource dataSource = new MariaDbDataSource(url);
            dataSource.setUser(account.username());
            dataSource.setPassword(account.password());
            return dataSource;
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(account.username());
        dataSource.setPassword(account.password());
        return dataSource;
    }
}
