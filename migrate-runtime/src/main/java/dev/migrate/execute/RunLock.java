package dev.migrate.execute;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The lock of a run, held until closed. */
final class RunLock implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(5);

    private final MigrationLock lock;
    private final Connection connection;
    private final String name;
    private final RunListener listener;

    private RunLock(MigrationLock lock, Connection connection, String name, RunListener listener) {
        this.lock = lock;
        this.connection = connection;
        this.name = name;
        this.listener = listener;
    }

    /** What is locked. Case is left aside: names that differ in it only may be one on this server or another. */
    static String name(OwnTables tables) {
        String locked = tables.schema() + "\n" + tables.versionTable();
        return "migrate:" + Sha256.hex(locked.toLowerCase(Locale.ROOT)).substring(0, 40);
    }

    /**
     * Takes the lock, waiting while another run holds it.
     *
     * @param connection the connection that will hold it and does nothing else
     * @throws MigrateException {@code lock-held}, when the time has passed or the wait was interrupted
     */
    static RunLock take(Connection connection, MigrationLock lock, String name, MigratorConfig config)
            throws SQLException {
        long began = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        Duration nextEvent = Duration.ZERO;
        while (!lock.tryTake(connection, name)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            if (waited.compareTo(config.lockTimeout()) >= 0) {
                throw held(lock.holder(connection, name), "the wait ended after " + seconds(waited));
            }
            if (waited.compareTo(nextEvent) >= 0) {
                config.listener()
                        .on(new RunEvent.WaitingForLock(waited, config.lockTimeout(), lock.holder(connection, name)));
                nextEvent = waited.plus(BETWEEN_EVENTS);
            }
            Duration left = config.lockTimeout().minus(waited);
            sleep(pause.compareTo(left) < 0 ? pause : left, lock, connection, name);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
        return new RunLock(lock, connection, name, config.listener());
    }

    private static void sleep(Duration pause, MigrationLock lock, Connection connection, String name)
            throws SQLException {
        try {
            Thread.sleep(pause.toMillis() + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw held(lock.holder(connection, name), "the wait was interrupted");
        }
    }

    private static MigrateException held(Optional<String> holder, String end) {
        return new MigrateException(Problem.of(
                        ProblemCode.LOCK_HELD,
                        holder.map(who -> who + "; " + end).orElse("another run holds the migration lock; " + end))
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
