package dev.migrate.execute;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** The lock of a run: tried for, waited for, and held until closed. */
final class RunLock implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(5);

    private final Connection connection;
    private final MigrationLock lock;
    private final String name;
    private final Duration timeout;
    private final RunListener listener;
    private final long began = System.nanoTime();
    private Duration pause = FIRST_PAUSE;
    private Duration nextEvent = Duration.ZERO;

    /**
     * A lock that is not taken yet.
     *
     * @param connection the connection that will hold it and does no work besides
     */
    RunLock(Connection connection, MigrationLock lock, String name, MigratorConfig config) {
        this.connection = connection;
        this.lock = lock;
        this.name = name;
        timeout = config.lockTimeout();
        listener = config.listener();
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
        Duration waited = Duration.ofNanos(System.nanoTime() - began);
        if (waited.compareTo(timeout) >= 0) {
            throw held("the wait ended after " + seconds(waited));
        }
        if (waited.compareTo(nextEvent) >= 0) {
            listener.on(new RunEvent.WaitingForLock(waited, timeout, lock.holder(connection, name)));
            nextEvent = waited.plus(BETWEEN_EVENTS);
        }
        Duration left = timeout.minus(waited);
        sleep(pause.compareTo(left) < 0 ? pause : left);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void sleep(Duration duration) throws SQLException {
        try {
            Thread.sleep(duration.toMillis() + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw held("the wait was interrupted");
        }
    }

    private MigrateException held(String end) throws SQLException {
        String holder = lock.holder(connection, name).orElse("another run; this database does not tell which");
        return new MigrateException(Problem.of(
                        ProblemCode.LOCK_HELD, "the migration lock is held by " + holder + "\n" + end)
                .next("wait until it is done, or wait longer with migrate.lockTimeout; nothing has been changed"));
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000 + "." + duration.toMillis() % 1000 / 100 + " s";
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
