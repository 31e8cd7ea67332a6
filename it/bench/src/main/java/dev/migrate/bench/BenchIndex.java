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

    /** For {@code ServiceLoader}. */
    public BenchIndex() {}

    @Override
    public List<Part> parts() {
        return Stream.concat(parts("small", SMALL), parts("long", LONG)).toList();
    }

    private static Stream<Part> parts(String history, int revisions) {
        return IntStream.range(0, revisions / 500).mapToObj(part -> new Five(history, part * 500));
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "r%05d", number);
    }

    /** Five hundred of them. */
    private record Five(String history, int from) implements Part {
        @Override
        public List<String> text() {
            return IntStream.range(from, from + 500)
                    .mapToObj(number -> new RevisionEntry(
                                    new RevisionNode(
                                            id(number),
                                            number == 0 ? List.of() : List.of(id(number - 1)),
                                            List.of(),
                                            List.of()),
                                    history,
                                    "small migration " + number,
                                    SmallMigration.class.getName(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())
                            .text())
                    .toList();
        }

        @Override
        public Migration create(String id) {
            return new SmallMigration(Integer.parseInt(id.substring(1)));
        }
    }
}
