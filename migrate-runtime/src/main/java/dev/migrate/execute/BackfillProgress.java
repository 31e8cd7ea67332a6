package dev.migrate.execute;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells now and then how far a backfill has come. */
final class BackfillProgress {

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final StepInfo step;
    private final String table;
    private final OptionalLong total;
    private final RunListener listener;
    private final long before;
    private final long began = System.nanoTime();
    private long told = began;

    /**
     * Nothing was told yet.
     *
     * @param total about how many rows there are
     * @param before how many of them an earlier run has walked through
     */
    BackfillProgress(StepInfo step, String table, OptionalLong total, RunListener listener, long before) {
        this.step = step;
        this.table = table;
        this.total = total;
        this.listener = listener;
        this.before = before;
    }

    /** Tells it, unless that was done a moment ago. */
    void at(BackfillCursor cursor) {
        if (System.nanoTime() - told >= BETWEEN.toNanos()) {
            tell(cursor, Optional.empty());
        }
    }

    /** Tells it. */
    void tell(BackfillCursor cursor, Optional<String> waiting) {
        told = System.nanoTime();
        double seconds = Math.max(1e-3, (told - began) / 1e9);
        long perSecond = Math.round((cursor.passed() - before) / seconds);
        Optional<Duration> left = total.isPresent() && perSecond > 0
                ? Optional.of(Duration.ofSeconds(Math.max(0, total.getAsLong() - cursor.passed()) / perSecond))
                : Optional.empty();
        listener.on(new RunEvent.Backfilling(
                step, table, cursor.passed(), total, cursor.changed(), perSecond, left, waiting));
    }
}
