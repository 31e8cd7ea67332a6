package dev.migrate.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A session while its server's catalogue is read. Some settings change what the catalogue says: MariaDB and MySQL 5.7 write
 * conditions and expressions in the quotes of the session's {@code sql_mode}, and a limit cuts off what is long. Where such
 * a setting is found it is set aside, and set back at the end.
 */
final class CatalogSession implements AutoCloseable {

    private static final String QUESTION =
            "SELECT DATABASE(), @@SESSION.sql_mode, @@SESSION.sql_quote_show_create, @@SESSION.sql_select_limit";

    private final Connection connection;
    private final String database;
    private final String back;

    private CatalogSession(Connection connection, String database, String back) {
        this.connection = connection;
        this.database = database;
        this.back = back;
    }

    static CatalogSession begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            String database = Optional.ofNullable(row.getString(1)).orElse("");
            String mode = row.getString(2);
            String limit = row.getString(4);
            boolean plain = row.getInt(3) == 1
                    && limit.equals(MySqlSession.NO_LIMIT)
                    && !mode.contains("ANSI_QUOTES")
                    && !mode.contains("_OPTIONS");
            if (plain) {
                return new CatalogSession(connection, database, "");
            }
            CatalogSession session = new CatalogSession(connection, database, settings(mode, row.getString(3), limit));
            statement.execute(settings("", "1", MySqlSession.NO_LIMIT));
            return session;
        }
    }

    private static String settings(String mode, String quotes, String limit) {
        return "SET SESSION sql_mode = '" + mode + "', SESSION sql_quote_show_create = " + quotes
                + ", SESSION sql_select_limit = " + limit;
    }

    /** The session's database; empty text when it is in none. */
    String database() {
        return database;
    }

    @Override
    public void close() throws SQLException {
        if (!back.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(back);
            }
        }
    }
}
