package dev.migrate.bench;

import dev.migrate.Migration;
import dev.migrate.graph.RevisionNode;
import dev.migrate.index.RevisionEntry;
import dev.migrate.index.RevisionIndex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Linear histories: {@code small} to be run, {@code long} to find nothing to do in, {@code wide} to make many tables,
 * {@code backfill} to change many rows.
 */
public final class BenchIndex implements RevisionIndex {

    static final int SMALL = 1_000;
    static final int LONG = 5_000;
    static final int WIDE = 1_000;

    private static final int IN_A_PART = 500;

    /** Made once: a generated index holds constants. */
    private static final List<Part> PARTS = Stream.of(
                    parts("small", SMALL, SmallMigration::new),
                    parts("long", LONG, SmallMigration::new),
                    parts("wide", WIDE / WideMigration.TABLES, WideMigration::new),
                    parts("backfill", 2, BackfillMigration::new))
            .flatMap(parts -> parts)
            .toList();

    /** For {@code ServiceLoader}. */
    public BenchIndex() {}

    @Override
    public List<Part> parts() {
        return PARTS;
    }

    private static Stream<Part> parts(String history, int revisions, IntFunction<Migration> migration) {
        return IntStream.iterate(0, from -> from < revisions, from -> from + IN_A_PART)
                .mapToObj(from -> new Some(
                        IntStream.range(from, Math.min(from + IN_A_PART, revisions))
                                .mapToObj(number -> text(history, number))
                                .toList(),
                        migration));
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "r%05d", number);
    }

    static String checksum(int number) {
        return String.format(Locale.ROOT, "1:%064x", number);
    }

    private static String text(String history, int number) {
        List<String> follows = number == 0 ? List.of() : List.of(id(number - 1));
        return new RevisionEntry(
                        new RevisionNode(id(number), follows, List.of(), List.of()),
                        history,
                        "migration " + number,
                        SmallMigration.class.getName(),
                        Optional.empty(),
                        Optional.of(checksum(number)),
                        Optional.empty())
                .text();
    }

    /**
     * Some of them.
     *
     * @param text their entries
     * @param migration makes them, by number
     */
    private record Some(List<String> text, IntFunction<Migration> migration) implements Part {
        @Override
        public Migration create(String id) {
            return migration.apply(Integer.parseInt(id.substring(1)));
        }
    }
}
