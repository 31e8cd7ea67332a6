package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;

class H2ContractTest {

    @Nested
    class Regular extends InMode {
        Regular() {
            super("");
        }
    }

    @Nested
    class MySqlMode extends InMode {
        MySqlMode() {
            super(";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        }
    }

    @Nested
    class MariaDbMode extends InMode {
        MariaDbMode() {
            super(";MODE=MariaDB;DATABASE_TO_UPPER=FALSE");
        }
    }

    @Nested
    class PostgreSqlMode extends InMode {
        PostgreSqlMode() {
            super(";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        }
    }

    abstract static class InMode extends DialectContract {

        private final String settings;

        InMode(String settings) {
            this.settings = settings;
        }

        @Override
        DatabaseUnderTest fresh() throws SQLException {
            return H2Memory.open(settings);
        }
    }

    /** A database in memory, which lives as long as its first connection. */
    record H2Memory(String url, Connection first) implements DatabaseUnderTest {

        private static final AtomicInteger COUNT = new AtomicInteger();

        static H2Memory open(String settings) throws SQLException {
            String url = "jdbc:h2:mem:contract" + COUNT.incrementAndGet() + settings;
            Connection first = DriverManager.getConnection(url);
            try (Statement statement = first.createStatement()) {
                statement.execute("CREATE SCHEMA other");
            }
            return new H2Memory(url, first);
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public String otherSchema() {
            return "other";
        }

        @Override
        public void close() throws SQLException {
            first.close();
        }
    }
}
