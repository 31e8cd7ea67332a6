package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens the sessions that a scratch needs. */
public interface ScratchSource {

    /**
     * A session of its own on the database, for the account that may make a scratch there.
     *
     * @return a new connection
     * @throws SQLException when there is none to be had
     */
    Connection connect() throws SQLException;

    /**
     * A session on another database of the same driver.
     *
     * @param url its JDBC URL
     * @return a new connection
     * @throws SQLException when there is none to be had
     */
    Connection connect(String url) throws SQLException;
}
