package dev.migrate.execute;

import dev.migrate.dialect.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens sessions on databases beside the one that is worked on. */
@FunctionalInterface
public interface OtherDatabases extends ScratchDatabase.Sessions {

    /**
     * Opens a session.
     *
     * @param url a JDBC URL
     * @return a new connection, to be closed by the caller
     * @throws SQLException when the database refuses
     */
    @Override
    Connection connect(String url) throws SQLException;
}
