package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database in memory, which ends with its only session.
 *
 * @param connection that session
 */
public record MemoryScratch(Connection connection) implements Scratch {

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
