package dev.migrate.bench;

import dev.migrate.Migration;
import dev.migrate.graph.RevisionNode;
import dev.migrate.index.RevisionEntry;
import dev.migrate.index.RevisionIndex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two linear histories: {@code small} to be run, {@code long} to find nothing to do in. */
public final class BenchIndex implements RevisionIndex {

    static final int SMALL = 1_000;
    static final int LONG = 5_000;

    /** Made once: a generated index holds constants. */
    private static final List<Part> PARTS =
            Stream.concat(parts("small", SMALL), parts("long", LONG)).toList();

    /** For {@code ServiceLoader}. */
    public BenchIndex() {}

    @Override
    public List<Part> parts() {
        return PARTS;
    }

    private static Stream<Part> parts(String history, int revisions) {
        return IntStream.range(0, revisions / 500)
                .mapToObj(part -> new Five(IntStream.range(part * 500, part * 500 + 500)
                        .mapToObj(number -> text(history, number))
                        .toList()));
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "r%05d", number);
    }

    private static String text(String history, int number) {
        List<String> follows = number == 0 ? List.of() : List.of(id(number - 1));
        return new RevisionEntry(
                        new RevisionNode(id(number), follows, List.of(), List.of()),
                        history,
                        "small migration " + number,
                        SmallMigration.class.getName(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .text();
    }

    /**
     * Five hundred of them.
     *
     * @param text their entries
     */
    private record Five(List<String> text) implements Part {
        @Override
        public Migration create(String id) {
            return new SmallMigration(Integer.parseInt(id.substring(1)));
        }
    }
}
