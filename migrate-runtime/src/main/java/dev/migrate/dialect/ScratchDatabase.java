package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** A database of its own, empty at first, in which migrations run as in the real one. It is gone when it is closed. */
public interface ScratchDatabase extends AutoCloseable {

    /** Opens sessions for the account of the real database. */
    @FunctionalInterface
    interface Sessions {
        /**
         * Opens one.
         *
         * @param url a JDBC URL of the same driver
         * @return a new connection, to be closed by the caller
         * @throws SQLException when the database refuses
         */
        Connection connect(String url) throws SQLException;

        /**
         * Whether the server is the run's own and ends with it, also when the JVM is told to end: whatever was made there
         * is gone then.
         *
         * @return false for a server that stays, as nearly all do
         */
        default boolean serverEndsWithTheRun() {
            return false;
        }
    }

    /**
     * What it is, for people: they have to find it if it cannot be removed.
     *
     * @return such as {@code database migrate_0123456789ab_home}
     */
    String describe();

    /**
     * Whether all that a statement can name is part of it. Else a name with a schema before it may be somebody else's
     * table.
     *
     * @return false on MySQL and MariaDB, where a statement reaches every database of the server
     */
    default boolean apart() {
        return true;
    }

    /**
     * Removes from the server others of its kind, which runs that were killed have left, where it is certain that nobody
     * uses them.
     *
     * @return what was found; nothing where there is no server on which one could stay
     * @throws SQLException when the database refuses
     */
    default ScratchLeftovers removeLeftovers() throws SQLException {
        return ScratchLeftovers.NONE;
    }

    /**
     * Opens a session in it.
     *
     * @return a new connection, to be closed by the caller
     * @throws SQLException when the database refuses
     */
    Connection connect() throws SQLException;

    /**
     * Removes it; sessions that are still open end.
     *
     * @throws SQLException when it cannot be removed: then it is still there
     */
    @Override
    void close() throws SQLException;
}
