package dev.migrate.bench;

import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.RevisionPath;
import dev.migrate.graph.RevisionStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Graphs of a thousand, ten thousand and a hundred thousand revisions: built, planned there and back, rows followed. */
final class GraphSizes {

    static final List<String> HEADER = List.of(
            "graph", "revisions", "build", "plan up", "plan down", "rows", "build and plans", "for each revision");

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int REVISIONS_TO_WARM_UP = 1_000_000;
    private static final int ROUNDS = 11;
    private static final int MERGE_EVERY = 10;

    private GraphSizes() {}

    /** A shape of a graph. */
    private interface Shape {
        /** What a revision follows: numbers of revisions below it. */
        List<Integer> below(int number);
    }

    /** How long it takes, a row for each shape and size. */
    static List<List<String>> measure() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int size : SIZES) {
            rows.add(measure("linear", nodes(size, GraphSizes::linear)));
        }
        for (int size : SIZES) {
            rows.add(measure("braided", nodes(size, GraphSizes::braided)));
        }
        return rows;
    }

    private static List<Integer> linear(int number) {
        return number == 0 ? List.of() : List.of(number - 1);
    }

    /** Two lanes, even and odd, and a merge of both at every tenth revision. */
    private static List<Integer> braided(int number) {
        if (number == 0) {
            return List.of();
        }
        int merge = number / MERGE_EVERY * MERGE_EVERY;
        if (number == merge) {
            return List.of(number - 2, number - 1);
        }
        return List.of(Math.max(merge, number - 2));
    }

    private static List<RevisionNode> nodes(int size, Shape shape) {
        return Stream.iterate(0, number -> number < size, number -> number + 1)
                .map(number -> new RevisionNode(
                        id(number),
                        shape.below(number).stream().map(GraphSizes::id).toList(),
                        List.of(),
                        List.of()))
                .toList();
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%012x", number * 0x9E3779B97F4AL & 0xFFFFFFFFFFFFL); // as random as real ids
    }

    private static List<String> measure(String name, List<RevisionNode> nodes) throws Exception {
        RevisionGraph graph = RevisionGraph.of(nodes);
        RevisionPath up = RevisionPath.upgrade(graph, Set.of(), "heads");
        if (up.steps().size() != nodes.size()) {
            throw new IllegalStateException(
                    name + " of " + nodes.size() + " plans " + up.steps().size());
        }
        List<Median> medians = new Turns(REVISIONS_TO_WARM_UP / nodes.size(), ROUNDS)
                .take(
                        () -> Turns.nanos(() -> RevisionGraph.of(nodes)),
                        () -> Turns.nanos(() -> RevisionPath.upgrade(graph, Set.of(), "heads")),
                        () -> Turns.nanos(() -> RevisionPath.downgrade(graph, up.rowsAfter(), "base")),
                        () -> Turns.nanos(() -> follow(up)));
        Median all = new Median(
                medians.subList(0, 3).stream().mapToLong(Median::nanos).sum());
        List<String> row = new ArrayList<>(List.of(name, "%,d".formatted(nodes.size())));
        medians.forEach(median -> row.add(median.millis()));
        row.add(all.millis());
        row.add(String.format(Locale.ROOT, "%.2f µs", all.nanos() / 1e3 / nodes.size()));
        return row;
    }

    /** What the version table goes through. */
    private static void follow(RevisionPath path) {
        Set<String> rows = new HashSet<>(path.rowsBefore());
        for (RevisionStep step : path.steps()) {
            step.change().applyTo(rows);
        }
        if (!rows.equals(path.rowsAfter())) {
            throw new IllegalStateException(rows.toString());
        }
    }
}
