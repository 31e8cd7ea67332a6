package dev.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Large graphs of many shapes: what takes quadratic time, or a stack frame a revision, shows here. The times are printed,
 * not judged; what is quadratic would take many minutes.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class GraphSizeTest {

    private static final int SIZE = 100_000;

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("linear", Graphs::linear),
                shape("braid", Graphs::braid),
                shape("bases", size -> nodes(size, i -> node(i))),
                shape("heads on one base", size -> nodes(size, i -> i == 1 ? node(i) : node(i, 1))),
                shape("a merge of all", GraphSizeTest::merged),
                shape("a comb", size -> nodes(size, GraphSizeTest::tooth)),
                shape("a ladder of dependencies", size -> nodes(size, GraphSizeTest::rung)),
                shape("dependencies by label", size -> nodes(size, GraphSizeTest::labelled)));
    }

    private static RevisionNode node(int number, int... below) {
        return new RevisionNode(
                id(number), IntStream.of(below).mapToObj(GraphSizeTest::id).toList(), List.of(), List.of());
    }

    private static String id(int number) {
        return "r" + number;
    }

    /** A line of odd numbers, and on each of them one head. */
    private static RevisionNode tooth(int number) {
        return number < 3 ? node(number) : node(number, number - (number % 2 == 0 ? 1 : 2));
    }

    private static RevisionNode rung(int number) {
        return number < 3
                ? node(number)
                : new RevisionNode(id(number), List.of(id(number - 2)), List.of(id(number - 1)), List.of());
    }

    /** Every tenth is labelled, and needs the last one before it that is. */
    private static RevisionNode labelled(int number) {
        int last = (number - 1) / 10 * 10;
        return new RevisionNode(
                id(number),
                List.of(),
                last == 0 ? List.of() : List.of("l" + last),
                number % 10 == 0 ? List.of("l" + number) : List.of());
    }

    private static Arguments shape(String name, IntFunction<List<RevisionNode>> nodes) {
        return Arguments.of(name, nodes);
    }

    private static List<RevisionNode> nodes(int size, IntFunction<RevisionNode> node) {
        List<RevisionNode> nodes =
                new ArrayList<>(IntStream.rangeClosed(1, size).mapToObj(node).toList());
        Collections.shuffle(nodes, new Random(size));
        return nodes;
    }

    private static List<RevisionNode> merged(int size) {
        List<RevisionNode> nodes = nodes(size - 1, i -> node(i));
        List<String> all = nodes.stream().map(RevisionNode::id).toList();
        nodes.add(new RevisionNode("r" + size, all, List.of(), List.of()));
        return nodes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void aHundredThousandRevisionsAreBuiltPlannedAndRead(String shape, IntFunction<List<RevisionNode>> nodes) {
        List<RevisionNode> declared = nodes.apply(SIZE);

        long start = System.nanoTime();
        RevisionGraph graph = RevisionGraph.of(declared);
        long built = System.nanoTime();
        RevisionPath up = RevisionPath.upgrade(graph, Set.of(), "heads");
        long upgraded = System.nanoTime();
        RevisionPath down = RevisionPath.downgrade(graph, up.rowsAfter(), "base");
        long downgraded = System.nanoTime();
        GraphChecker.check(declared, HeadPolicy.ERROR);
        List<String> history = RevisionRange.ALL.in(graph, Set.of());
        graph.revisions().forEach(node -> graph.successors(node.id()));
        graph.branchPoints();
        graph.inheritedLabels();
        Stamp.stamp(graph, graph.effectiveHeads(), List.of("heads"), false);
        AppliedRevisions.of(graph, graph.effectiveHeads()).tips();
        RevisionNode merge = NewRevision.onHead("merge")
                .withHeads(List.of("heads"))
                .withSplice(true)
                .in(graph);
        long read = System.nanoTime();

        System.out.printf(
                "graph of %,d, %s: build %d ms, plan up %d ms, plan down %d ms, check and read %d ms%n",
                SIZE,
                shape,
                millis(start, built),
                millis(built, upgraded),
                millis(upgraded, downgraded),
                millis(downgraded, read));
        assertThat(up.steps()).hasSize(SIZE);
        assertThat(up.rowsAfter()).hasSameSizeAs(graph.effectiveHeads());
        assertThat(down.steps()).hasSize(SIZE);
        assertThat(down.rowsAfter()).isEmpty();
        assertThat(history).hasSize(SIZE);
        assertThat(merge.downRevisions()).hasSameSizeAs(graph.effectiveHeads());
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }

    @Test
    void aHundredThousandStepsAreCounted() {
        RevisionGraph graph = RevisionGraph.of(Graphs.linear(SIZE));

        assertThat(RevisionPath.upgrade(graph, Set.of(), "+" + SIZE).steps()).hasSize(SIZE);
        assertThat(RevisionPath.downgrade(graph, Set.of("r100000"), "-" + SIZE).steps())
                .hasSize(SIZE);
        assertThat(RevisionRange.parse("-" + (SIZE - 1) + ":").in(graph, Set.of()))
                .hasSize(SIZE);
    }

    @Test
    void fiftyThousandHeadsAreWalkedDownFrom() {
        RevisionGraph comb = RevisionGraph.of(nodes(SIZE, GraphSizeTest::tooth));

        assertThat(RevisionRange.parse("-" + SIZE / 2 + ":").in(comb, Set.of())).hasSize(SIZE);
    }

    @Test
    void tenThousandLabelsAreInheritedByTenThousandRevisions() {
        int size = 10_000;
        RevisionGraph line = RevisionGraph.of(nodes(
                size,
                i -> new RevisionNode(id(i), i == 1 ? List.of() : List.of(id(i - 1)), List.of(), List.of("l" + i))));
        RevisionGraph fork = line.with(Graphs.node("x<r9999"));

        Map<String, Set<String>> alike = line.inheritedLabels();
        Map<String, Set<String>> growing = fork.inheritedLabels();

        assertThat(alike.get("r1")).hasSize(size).contains("l1", "l10000");
        assertThat(growing.get("r1")).containsExactly("l1");
        assertThat(growing.get("r9999")).hasSize(size - 1).doesNotContain("l10000");
        assertThat(growing.get("x")).isEqualTo(growing.get("r9999"));
    }

    @Test
    void aLongCycleIsToldInALine() {
        List<RevisionNode> ring = nodes(SIZE, i -> node(i, i == 1 ? SIZE : i - 1));

        List<GraphProblem> problems = GraphChecker.checkStructure(ring);

        assertThat(problems)
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.problem().what())
                        .isEqualTo(
                                "The down revisions of \"r1\" lead back to it: r1 → r100000 → r99999 → r99998 → r99997"
                                        + " → r99996 → … 99991 more … → r4 → r3 → r2 → r1."));
    }

    @Test
    void manyMistakesAreAllReported() {
        List<RevisionNode> lost =
                nodes(SIZE, i -> new RevisionNode(id(i), List.of("gone" + i), List.of("away" + i), List.of()));

        assertThat(GraphChecker.checkStructure(lost)).hasSize(2 * SIZE);
    }

    @Test
    void ofManyStepsDownEachIsTheOneBelow() {
        RevisionGraph graph = RevisionGraph.of(nodes(3_000, GraphSizeTest::tooth));
        Topology topology = graph.topology();
        StepsDown down = new StepsDown(topology);

        IntStream.range(0, graph.size()).forEach(revision -> {
            int at = revision;
            for (int steps = 0; steps <= down.depth(revision); steps++) {
                assertThat(down.below(revision, steps)).isEqualTo(at);
                at = steps < down.depth(revision) ? topology.down(at)[0] : at;
            }
            assertThat(topology.down(at)).isEmpty();
        });
    }
}
