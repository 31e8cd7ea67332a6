package dev.migrate.dialect;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Removes what was made on a server also when the JVM is told to end, by Ctrl-C or SIGTERM, before it was removed in the
 * ordinary way. A JVM that is killed can do nothing.
 */
public final class ExitRemoval {

    /** A server that does not answer holds up the end of the JVM no longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String THREAD = "migrate-scratch-removal";

    /** What is sent to a server. */
    @FunctionalInterface
    public interface Work {
        /**
         * Sends it.
         *
         * @throws SQLException when the server refuses
         */
        void run() throws SQLException;
    }

    private Optional<Thread> hook = Optional.empty();
    private boolean ending;

    /** Nothing is made yet. */
    public ExitRemoval() {}

    /**
     * Makes what is to be removed. From now on until {@link #remove} the JVM knows of it, and all that {@code atExit} refers
     * to stays in memory.
     *
     * @param making makes it
     * @param atExit removes as much of it as there is, on a session of its own: others may be in the middle of something
     * @throws SQLException when the server refuses, or the JVM is ending
     */
    public synchronized void make(Work making, Work atExit) throws SQLException {
        Thread thread = new Thread(() -> removeInTime(atExit), THREAD);
        try {
            Runtime.getRuntime().addShutdownHook(thread);
        } catch (IllegalStateException e) {
            throw new SQLException("the JVM is ending", e);
        }
        hook = Optional.of(thread);
        making.run();
    }

    /**
     * Removes it in the ordinary way, unless the end of the JVM has come before. The JVM forgets it in any case.
     *
     * @param ordinary removes it
     * @throws SQLException when the server refuses
     */
    public void remove(Work ordinary) throws SQLException {
        try {
            removeOnce(ordinary);
        } finally {
            forget();
        }
    }

    private synchronized void removeOnce(Work work) throws SQLException {
        if (!ending) {
            work.run();
        }
    }

    /** Whether the JVM knew of it. */
    synchronized boolean forget() {
        Optional<Thread> known = hook;
        hook = Optional.empty();
        try {
            return known.isPresent() && Runtime.getRuntime().removeShutdownHook(known.get());
        } catch (IllegalStateException atExit) {
            return false; // it runs already, or has run
        }
    }

    private void removeInTime(Work atExit) {
        Thread worker = new Thread(() -> removeUnheard(atExit), THREAD);
        worker.setDaemon(true);
        worker.start();
        try {
            worker.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void removeUnheard(Work atExit) {
        try {
            atExit.run();
            ending = true;
        } catch (SQLException | RuntimeException unheard) {
            // Nobody listens any more; the next run finds what is left, and says so.
        }
    }
}
