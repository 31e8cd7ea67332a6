package dev.migrate;

import java.sql.Connection;

/** What code in a migration may use. */
public interface RunContext {

    /**
     * The connection of the run. The run owns its transaction: {@code commit}, {@code rollback}, {@code setAutoCommit}
     * and {@code close} throw.
     *
     * @return an open connection
     */
    Connection connection();

    /**
     * The database that is being migrated.
     *
     * @return which one it is
     */
    Database database();

    /**
     * A value given from outside, as {@code -Dmigrate.x.<key>=…}.
     *
     * @param key the name after {@code x.}
     * @return the value; one that was not given stops the migration ({@code missing-x})
     */
    String x(String key);

    /**
     * A value given from outside, as {@code -Dmigrate.x.<key>=…}, or another one where it was not given.
     *
     * @param key the name after {@code x.}
     * @param otherwise the value to take instead
     * @return one of the two
     */
    String x(String key, String otherwise);

    /**
     * Tells the person who watches how far the work has come.
     *
     * @param message one line
     */
    void progress(String message);
}
