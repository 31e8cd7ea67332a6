package dev.migrate.execute;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The lock of a run: tried for, waited for, and held until closed. */
final class RunLock implements AutoCloseable {

    private final Connection connection;
    private final MigrationLock lock;
    private final String name;
    private final RunListener listener;
    private final LockWait wait;

    /**
     * A lock that is not taken yet.
     *
     * @param connection the connection that will hold it and does no work besides
     */
    RunLock(Connection connection, MigrationLock lock, String name, MigratorConfig config) {
        this.connection = connection;
        this.lock = lock;
        this.name = name;
        listener = config.listener();
        wait = new LockWait(config);
    }

    /** What is locked. Case is left aside: names that differ in it only may be one on this server or another. */
    static String name(OwnTables tables) {
        String locked = tables.schema() + "\n" + tables.versionTable();
        return "migrate:" + Sha256.hex(locked.toLowerCase(Locale.ROOT)).substring(0, 40);
    }

    boolean tryTake() throws SQLException {
        return lock.tryTake(connection, name);
    }

    /**
     * Waits a moment before the next try, longer each time.
     *
     * @throws MigrateException {@code lock-held}, when the time has passed or the wait was interrupted
     */
    void pause() throws SQLException {
        wait.pause(() -> lock.holder(connection, name));
    }

    /** Gives the lock back. Where that fails the connection is about to end, and the lock with it: no failure of the run. */
    @Override
    public void close() {
        try {
            lock.release(connection, name);
        } catch (SQLException e) {
            listener.on(new RunEvent.Warning(Problem.of(
                            ProblemCode.CANNOT_CONNECT, "the migration lock could not be given back: " + e.getMessage())
                    .next("nothing: it ends with its connection, which is closed now")));
        }
    }
}
