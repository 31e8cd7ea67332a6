package dev.migrate.dialect;

import dev.migrate.problem.MigrateException;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens the sessions that a scratch needs. */
public interface ScratchSource extends ScratchDatabase.Sessions {

    /**
     * A session of its own on the database, for the account that may make a scratch there.
     *
     * @return a new connection
     * @throws SQLException when there is none to be had
     */
    Connection connect() throws SQLException;

    /**
     * A session that makes databases beside the one that is looked at: statements in them reach whatever the account may
     * touch on the server.
     *
     * @return a new connection
     * @throws SQLException when there is none to be had
     * @throws MigrateException {@code no-scratch}, when something on the server is in production
     */
    Connection connectBeside() throws SQLException;

    /**
     * A session on another database of the same driver.
     *
     * @param url its JDBC URL
     * @return a new connection
     * @throws SQLException when there is none to be had
     */
    @Override
    Connection connect(String url) throws SQLException;
}
