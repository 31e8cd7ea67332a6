package dev.migrate.execute;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens sessions on databases beside the one that is worked on. */
@FunctionalInterface
public interface OtherDatabases {

    /**
     * Opens a session.
     *
     * @param url a JDBC URL
     * @return a new connection, to be closed by the caller
     * @throws SQLException when the database refuses
     */
    Connection connect(String url) throws SQLException;
}
