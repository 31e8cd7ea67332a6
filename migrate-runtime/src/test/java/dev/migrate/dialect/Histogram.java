package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operation;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each operation was drawn, and what became of it. */
final class Histogram {

    enum Outcome {
        DONE,
        REFUSED,
        NOTHING
    }

    private final String suite;
    private final SortedMap<String, int[]> counts = new TreeMap<>();
    private int sequences;

    Histogram(String suite) {
        this.suite = suite;
    }

    void sequence() {
        sequences++;
    }

    /** Changes of one table count each, too. */
    void count(Operation operation, Outcome outcome) {
        counts.computeIfAbsent(operation.getClass().getSimpleName(), kind -> new int[Outcome.values().length])[
                outcome.ordinal()]++;
        if (operation instanceof AlterTable several) {
            several.changes().forEach(part -> count(part, outcome));
        }
    }

    /** Random changes tell little when they are mostly none. */
    void printAndCheck() {
        StringBuilder text =
                new StringBuilder(suite + ", " + sequences + " sequences: operation, done / refused / nothing to do\n");
        int[] sums = new int[Outcome.values().length];
        counts.forEach((kind, outcomes) -> {
            text.append(line(kind, outcomes));
            for (int at = 0; at < sums.length; at++) {
                sums[at] += outcomes[at];
            }
        });
        System.out.print(text.append(line("all", sums)));
        int done = sums[Outcome.DONE.ordinal()];
        int idle = sums[Outcome.REFUSED.ordinal()] + sums[Outcome.NOTHING.ordinal()];
        assertThat(100.0 * idle / (done + idle))
                .as("percent refused or nothing to do")
                .isLessThanOrEqualTo(20);
    }

    private static String line(String kind, int[] outcomes) {
        return "  %-20s %6d / %d / %d%n".formatted(kind, outcomes[0], outcomes[1], outcomes[2]);
    }
}
