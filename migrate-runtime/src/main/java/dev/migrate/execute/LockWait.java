package dev.migrate.execute;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Waits while another run holds what this one needs: with pauses that grow, and a word now and then. */
final class LockWait {

    /** Tells who is waited for. Asked only when that is told to somebody. */
    @FunctionalInterface
    interface Holder {
        Optional<String> inWords() throws SQLException;
    }

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(5);

    private final Duration timeout;
    private final RunListener listener;
    private final long began = System.nanoTime();
    private Duration pause = FIRST_PAUSE;
    private Duration nextEvent = Duration.ZERO;

    LockWait(MigratorConfig config) {
        timeout = config.lockTimeout();
        listener = config.listener();
    }

    /**
     * Waits a moment before the next try, longer each time.
     *
     * @throws MigrateException {@code lock-held}, when the time has passed or the wait was interrupted
     */
    void pause(Holder holder) throws SQLException {
        Duration waited = Duration.ofNanos(System.nanoTime() - began);
        if (waited.compareTo(timeout) >= 0) {
            throw held(holder, "the wait ended after " + seconds(waited));
        }
        if (waited.compareTo(nextEvent) >= 0) {
            listener.on(new RunEvent.WaitingForLock(waited, timeout, holder.inWords()));
            nextEvent = waited.plus(BETWEEN_EVENTS);
        }
        Duration left = timeout.minus(waited);
        sleep(pause.compareTo(left) < 0 ? pause : left, holder);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private static void sleep(Duration duration, Holder holder) throws SQLException {
        try {
            Thread.sleep(duration.toMillis() + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw held(holder, "the wait was interrupted");
        }
    }

    private static MigrateException held(Holder holder, String end) throws SQLException {
        String by = holder.inWords().orElse("another run; this database does not tell which");
        return new MigrateException(Problem.of(
                        ProblemCode.LOCK_HELD, "the migration lock is held by " + by + "\n" + end)
                .next("wait until it is done, or wait longer with migrate.lockTimeout; nothing has been changed"));
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000 + "." + duration.toMillis() % 1000 / 100 + " s";
    }
}
