package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A database in memory, which ends with its only session.
 *
 * @param connection that session
 * @param home the schema in which names without one are looked up
 * @param entering statements that make it that; none where there is but one schema
 */
public record MemoryScratch(Connection connection, String home, List<String> entering) implements Scratch {

    public MemoryScratch {
        requireNonNull(connection, "connection");
        requireNonNull(home, "home");
        entering = List.copyOf(entering);
    }

    @Override
    public void enter() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : entering) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
