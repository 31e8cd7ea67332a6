package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps two runs on one database apart: taken before the version table is read, held to the end. */
public interface MigrationLock {

    /**
     * Tries once to take the lock.
     *
     * @param connection the connection that will hold it and does nothing else; the lock ends with it at the latest
     * @param name what is locked, in at most 64 characters of {@code [a-z0-9:_]}
     * @return whether the lock is taken now
     * @throws SQLException when the database refuses for another reason than the lock being held
     */
    boolean tryTake(Connection connection, String name) throws SQLException;

    /**
     * Gives the lock back.
     *
     * @param connection the connection that holds it
     * @param name the name it was taken under
     * @throws SQLException when the database refuses
     */
    void release(Connection connection, String name) throws SQLException;

    /**
     * Who holds the lock.
     *
     * @param connection any connection
     * @param name the name it was taken under
     * @return the holder in words, with how to look at it and how to end it; empty where the database cannot tell
     * @throws SQLException when the database refuses
     */
    Optional<String> holder(Connection connection, String name) throws SQLException;
}
