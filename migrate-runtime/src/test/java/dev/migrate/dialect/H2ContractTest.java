package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
        Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:h2:mem:" + settings);
        }
    }
}
