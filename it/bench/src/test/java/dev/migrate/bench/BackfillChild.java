package dev.migrate.bench;

import java.sql.SQLException;

/** A process of its own that fills back, until it is killed. */
public final class BackfillChild {

    private BackfillChild() {}

    /**
     * Fills back.
     *
     * @param arguments none: the account is in the environment
     * @throws SQLException when the driver refuses the URL
     */
    public static void main(String[] arguments) throws SQLException {
        LargeBackfill.migrator(Server.fromEnvironment().dataSource()).upgrade("head");
    }
}
