package dev.migrate.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * The one in the middle of some times.
 *
 * @param nanos how long it was
 */
record Median(long nanos) {

    static Median of(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return new Median(sorted[sorted.length / 2]);
    }

    String ratioTo(Median other) {
        return String.format(Locale.ROOT, "%.2f", (double) nanos / other.nanos);
    }

    Median minus(Median other) {
        return new Median(nanos - other.nanos);
    }

    String millis() {
        return String.format(Locale.ROOT, nanos < 10_000_000 ? "%.1f ms" : "%,.0f ms", nanos / 1e6);
    }
}
