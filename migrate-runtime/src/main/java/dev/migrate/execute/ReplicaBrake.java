package dev.migrate.execute;

import dev.migrate.dialect.LongWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits while replicas fall behind because of the work. One that is behind by intention or stands still is no reason to
 * wait for ever: what counts is how much further behind it is than at the beginning, and each wait ends.
 */
final class ReplicaBrake {

    private static final Duration MOST_BEHIND = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int MOST_LOOKS = 30;

    private final LongWork work;
    private final Connection connection;
    private final Duration atTheBeginning;
    private long looked = System.nanoTime();

    ReplicaBrake(LongWork work, Connection connection) throws SQLException {
        this.work = work;
        this.connection = connection;
        atTheBeginning = lag();
    }

    /** A view that cannot be read says nothing, and must not leave a broken transaction behind. */
    private Duration lag() throws SQLException {
        try {
            return work.replicaLag(connection).orElse(Duration.ZERO);
        } catch (SQLException e) {
            return Duration.ZERO;
        } finally {
            connection.rollback();
        }
    }

    /** Tells somebody why nothing goes on. */
    @FunctionalInterface
    interface Waiting {
        void because(Optional<String> why) throws SQLException;
    }

    /** No transaction is open. */
    void hold(Waiting waiting) throws SQLException {
        if (System.nanoTime() - looked < BETWEEN_LOOKS.toNanos()) {
            return;
        }
        Duration behind = lag().minus(atTheBeginning);
        for (int look = 0; look < MOST_LOOKS && behind.compareTo(MOST_BEHIND) > 0; look++) {
            waiting.because(Optional.of("a replica is " + behind.toSeconds() + " s behind"));
            Pause.of(BETWEEN_LOOKS);
            behind = lag().minus(atTheBeginning);
        }
        looked = System.nanoTime();
    }
}
