package dev.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Large graphs: what takes quadratic time, or a stack frame a revision, shows here. The times are printed, not judged. */
final class GraphSizeTest {

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("linear", (IntFunction<List<RevisionNode>>) Graphs::linear),
                Arguments.of("braid", (IntFunction<List<RevisionNode>>) Graphs::braid));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void aHundredThousandRevisionsAreBuiltAndPlannedBothWays(String shape, IntFunction<List<RevisionNode>> nodes) {
        List<RevisionNode> declared = nodes.apply(100_000);

        long start = System.nanoTime();
        RevisionGraph graph = RevisionGraph.of(declared);
        long built = System.nanoTime();
        RevisionPath up = RevisionPath.upgrade(graph, Set.of(), "heads");
        long upgraded = System.nanoTime();
        RevisionPath down = RevisionPath.downgrade(graph, up.rowsAfter(), "base");
        long downgraded = System.nanoTime();
        List<GraphProblem> problems = GraphChecker.check(declared, HeadPolicy.ERROR);
        List<String> history = RevisionRange.ALL.in(graph, Set.of());
        graph.inheritedLabels();
        long read = System.nanoTime();

        System.out.printf(
                "graph of 100,000, %s: build %d ms, plan up %d ms, plan down %d ms, check and read %d ms%n",
                shape,
                millis(start, built),
                millis(built, upgraded),
                millis(upgraded, downgraded),
                millis(downgraded, read));
        assertThat(up.steps()).hasSize(100_000);
        assertThat(up.rowsAfter()).containsExactly("r100000");
        assertThat(down.steps()).hasSize(100_000);
        assertThat(down.rowsAfter()).isEmpty();
        assertThat(history).hasSize(100_000);
        assertThat(problems).isEmpty();
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
