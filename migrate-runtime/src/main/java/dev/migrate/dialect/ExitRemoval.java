package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Removes what was made on a server also when the JVM is told to end, by Ctrl-C or SIGTERM, before it was removed in the
 * ordinary way. A JVM that is killed can do nothing.
 */
public final class ExitRemoval {

    /** A server that does not answer holds up the end of the JVM no longer than this; containers are killed after ten. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

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

    private final boolean isNeeded;
    private final Function<String, Problem> stays;
    private final Consumer<Problem> listener;
    private final Duration patience;
    private Optional<Thread> hook = Optional.empty();
    private boolean ending;

    /**
     * Nothing is made yet.
     *
     * @param sessions where it is to be made: on a server that ends with the run, the JVM has nothing to remove
     * @param stays what a person should know when it stays, which may have been made only in part: from why it does
     */
    public ExitRemoval(ScratchDatabase.Sessions sessions, Function<String, Problem> stays) {
        this(
                !sessions.serverEndsWithTheRun(),
                stays,
                problem -> System.err.println(problem.text()), // no logger is sure to listen any more
                PATIENCE);
    }

    ExitRemoval(boolean isNeeded, Function<String, Problem> stays, Consumer<Problem> listener, Duration patience) {
        this.isNeeded = isNeeded;
        this.stays = requireNonNull(stays, "stays");
        this.listener = listener;
        this.patience = patience;
    }

    /**
     * Makes what is to be removed. From now on until {@link #remove} the JVM knows of it, and all that {@code atExit} refers
     * to stays in memory.
     *
     * @param making makes it
     * @param atExit removes as much of it as there is, on a session of its own: others may be in the middle of something
     * @throws SQLException when the server refuses, or the JVM is ending
     */
    public synchronized void make(Work making, Work atExit) throws SQLException {
        if (isNeeded) {
            know(atExit);
        }
        making.run();
    }

    private void know(Work atExit) throws SQLException {
        Thread thread = new Thread(() -> removeInTime(atExit), THREAD);
        try {
            Runtime.getRuntime().addShutdownHook(thread);
        } catch (IllegalStateException e) {
            throw new SQLException("the JVM is ending", e);
        }
        hook = Optional.of(thread);
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

    /** What the JVM does at its end. */
    void removeInTime(Work atExit) {
        Thread worker = new Thread(() -> removeAtExit(atExit), THREAD);
        worker.setDaemon(true);
        worker.start();
        try {
            worker.join(patience.toMillis());
            if (worker.isAlive()) {
                listener.accept(stays.apply("there was no answer in time"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void removeAtExit(Work atExit) {
        try {
            atExit.run();
            ending = true;
        } catch (SQLException | RuntimeException e) {
            listener.accept(stays.apply(String.valueOf(e.getMessage())));
        }
    }
}
