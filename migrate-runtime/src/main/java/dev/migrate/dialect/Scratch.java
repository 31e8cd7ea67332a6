package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** An empty place on a database in which statements can be tried. What is left in it is gone when it is closed. */
public interface Scratch extends AutoCloseable {

    /**
     * A session of its own, in which names without a schema are looked up in the scratch.
     *
     * @return the connection; closed with the scratch
     */
    Connection connection();

    /**
     * The schema in which names without one are looked up.
     *
     * @return its name, as migrations write it
     */
    String home();

    /**
     * Makes the scratch the place again in which names without a schema are looked up, after SQL that may have changed
     * that.
     *
     * @throws SQLException when the database refuses
     */
    void enter() throws SQLException;

    /**
     * Removes from the server what runs that were killed have left, where it is certain that nobody uses it. Nothing is to be
     * tried in this scratch afterwards.
     *
     * @return what was found; nothing where a scratch ends with its session
     * @throws SQLException when the database refuses
     */
    default ScratchLeftovers removeLeftovers() throws SQLException {
        return ScratchLeftovers.NONE;
    }

    @Override
    void close() throws SQLException;
}
