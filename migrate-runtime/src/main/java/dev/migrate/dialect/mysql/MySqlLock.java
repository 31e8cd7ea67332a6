package dev.migrate.dialect.mysql;

import dev.migrate.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A named lock of the server, which frees it when the session ends, however it ends. */
final class MySqlLock implements MigrationLock {

    private final String processList;

    /**
     * @param processList the table that lists sessions
     */
    MySqlLock(String processList) {
        this.processList = processList;
    }

    @Override
    public boolean tryTake(Connection connection, String name) throws SQLException {
        return "1".equals(ask(connection, "SELECT GET_LOCK(?, 0)", name).orElse("0"));
    }

    @Override
    public void release(Connection connection, String name) throws SQLException {
        ask(connection, "SELECT RELEASE_LOCK(?)", name);
    }

    @Override
    public Optional<String> holder(Connection connection, String name) throws SQLException {
        Optional<String> id = ask(connection, "SELECT IS_USED_LOCK(?)", name);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        // Without the PROCESS privilege only sessions of the own account are listed.
        Optional<String> who = ask(
                connection,
                "SELECT CONCAT(' (', USER, '@', HOST, ', ', TIME, ' s ', LOWER(COMMAND), ')') FROM " + processList
                        + " WHERE ID = ?",
                id.get());
        return Optional.of("connection " + id.get() + who.orElse("")
                + "; look at it with SHOW FULL PROCESSLIST, end it with KILL " + id.get());
    }

    private static Optional<String> ask(Connection connection, String query, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }
}
