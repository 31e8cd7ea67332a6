package dev.migrate.execute;

import java.time.Duration;

/** How many rows the next batch has: fewer while batches take long or others stand in the way, then more again. */
final class BatchSize {

    /** Nobody else should wait longer for a row. */
    private static final Duration LONG = Duration.ofSeconds(1);

    private static final Duration SHORT = LONG.dividedBy(4);

    private final int most;
    private int rows;

    BatchSize(int most) {
        this.most = most;
        rows = most;
    }

    int rows() {
        return rows;
    }

    /** A batch was not possible. */
    void stoodInTheWay() {
        rows = Math.max(1, rows / 2);
    }

    /** A batch took so long. */
    void took(Duration time) {
        if (time.compareTo(LONG) > 0) {
            rows = Math.max(1, rows / 2);
        } else if (time.compareTo(SHORT) < 0) {
            rows = (int) Math.min(most, rows * 2L);
        }
    }
}
