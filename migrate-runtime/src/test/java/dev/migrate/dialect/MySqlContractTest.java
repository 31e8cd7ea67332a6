package dev.migrate.dialect;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.problem.MigrateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * Oracle's MySQL, which has to be brought along: {@code -Dit.mysql.url=jdbc:mysql://127.0.0.1:3306/?user=root} names a
 * server on which databases may be created and dropped.
 */
class MySqlContractTest {

    static final String URL = System.getProperty("it.mysql.url", "");

    @BeforeAll
    static void saysWhenThereIsNone() {
        if (URL.isEmpty()) {
            System.out.println(
                    "NOT TESTED: MySQL. Name a server with -Dit.mysql.url=jdbc:mysql://127.0.0.1:3306/?user=root");
        }
        assumeTrue(!URL.isEmpty(), "no -Dit.mysql.url");
    }

    @Nested
    class ThroughConnectorJ extends OnMySql {
        @Override
        DatabaseUnderTest fresh() throws SQLException {
            return MySqlDatabases.fresh(URL);
        }
    }

    @Nested
    class ThroughMariaDbsDriver extends OnMySql {
        @Override
        DatabaseUnderTest fresh() throws SQLException {
            return MySqlDatabases.fresh(URL.replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"));
        }
    }

    /** MySQL 5.7 cannot do everything, and says so. */
    abstract static class OnMySql extends DialectContract {
        @Override
        void refused(MigrateException refusal) {
            assumeFalse(refusal.getMessage().contains(" MySQL 5.7."), refusal.getMessage());
            throw refusal;
        }
    }

    /** Two databases, dropped at the end. */
    record MySqlDatabases(String url, String name, String otherSchema) implements DatabaseUnderTest {

        private static final AtomicInteger COUNT = new AtomicInteger();

        static MySqlDatabases fresh(String url) throws SQLException {
            String name = "migrate_contract_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
            MySqlDatabases databases = new MySqlDatabases(url, name, name + "_other");
            databases.run("CREATE DATABASE %s CHARACTER SET utf8mb4");
            return databases;
        }

        private void run(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url)) {
                LiveSchema.execute(connection, sql.formatted(name));
                LiveSchema.execute(connection, sql.formatted(otherSchema));
            }
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url.replaceFirst("/(\\?|$)", "/" + name + "$1"));
        }

        @Override
        public void close() throws SQLException {
            try (Connection connection = DriverManager.getConnection(url)) {
                // The referring one may be either of the two.
                LiveSchema.execute(connection, "SET foreign_key_checks = 0");
                LiveSchema.execute(connection, "DROP DATABASE " + name);
                LiveSchema.execute(connection, "DROP DATABASE " + otherSchema);
            }
        }
    }
}
