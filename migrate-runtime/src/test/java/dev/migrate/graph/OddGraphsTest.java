package dev.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.problem.MigrateException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every graph, of the oddest too, by the plainest reading of the definitions. */
final class OddGraphsTest {

    private static final int GRAPHS = 150;

    static IntStream seeds() {
        return IntStream.range(0, GRAPHS);
    }

    private record Drawn(Random random, List<RevisionNode> nodes, RevisionGraph graph, ReferenceGraph reference) {

        static Drawn of(int seed) {
            Random random = new Random(seed);
            List<RevisionNode> nodes = OddGraphs.graph(random, 60);
            return new Drawn(random, nodes, RevisionGraph.of(nodes), new ReferenceGraph(nodes));
        }

        String any() {
            return nodes.get(random.nextInt(nodes.size())).id();
        }

        /** A name of a revision: its id, its label, or the beginning of one. */
        String anyName() {
            RevisionNode node = nodes.get(random.nextInt(nodes.size()));
            String name = node.branchLabels().isEmpty() || random.nextBoolean()
                    ? node.id()
                    : node.branchLabels().get(0);
            return random.nextBoolean() ? name : name.substring(0, 1 + random.nextInt(name.length()));
        }

        /** Any expression, most of them sensible. */
        String anyExpression() {
            String branch = random.nextInt(3) == 0 ? anyName() + "@" : "";
            String steps = (random.nextBoolean() ? "+" : "-") + (1 + random.nextInt(4));
            return switch (random.nextInt(8)) {
                case 0 -> branch + "head";
                case 1 -> branch + "heads";
                case 2 -> branch + "base";
                case 3 -> branch + steps;
                case 4 -> branch + anyName() + steps;
                case 5 -> branch + "current";
                default -> branch + anyName();
            };
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsAreTheMaximalAppliedRevisionsAfterEachStepOfAnyPlan(int seed) {
        Drawn drawn = Drawn.of(seed);
        Set<String> rows = OddGraphs.rows(drawn.nodes(), drawn.random());

        for (int i = 0; i < 12; i++) {
            String target = drawn.anyExpression();
            answer(() -> RevisionPath.upgrade(drawn.graph(), rows, target))
                    .ifPresent(path -> requireMaximal(drawn.reference(), path, Direction.UP));
            answer(() -> RevisionPath.downgrade(drawn.graph(), rows, target))
                    .ifPresent(path -> requireMaximal(drawn.reference(), path, Direction.DOWN));
        }
    }

    private static void requireMaximal(ReferenceGraph reference, RevisionPath path, Direction direction) {
        Set<String> applied = reference.applied(path.rowsBefore());
        SortedSet<String> rows = new TreeSet<>(path.rowsBefore());
        for (RevisionStep step : path.steps()) {
            assertThat(step.direction()).isEqualTo(direction);
            assertThat(direction == Direction.UP ? applied.add(step.revision()) : applied.remove(step.revision()))
                    .isTrue();
            assertThat(applied).as("its ancestors").containsAll(allAncestors(reference, applied));
            step.change().applyTo(rows);
            assertThat(rows).isEqualTo(reference.maximal(applied));
        }
        assertThat(path.rowsAfter()).isEqualTo(rows);
    }

    private static Set<String> allAncestors(ReferenceGraph reference, Collection<String> ids) {
        Set<String> ancestors = new TreeSet<>();
        ids.forEach(id -> ancestors.addAll(reference.ancestors(id)));
        return ancestors;
    }

    /** An answer, or a problem in words: never another exception. */
    private static <T> Optional<T> answer(Callable<T> question) {
        List<T> answers = new ArrayList<>();
        MigrateException refused = catchThrowableOfType(MigrateException.class, () -> answers.add(question.call()));
        if (refused != null) {
            assertThat(refused.problem().next()).isPresent();
            return Optional.empty();
        }
        return Optional.of(answers.get(0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAnswerIsAFunctionOfTheGraphAlone(int seed) {
        Drawn drawn = Drawn.of(seed);
        Set<String> rows = OddGraphs.rows(drawn.nodes(), drawn.random());
        List<RevisionNode> shuffled = new ArrayList<>(drawn.nodes());
        Collections.shuffle(shuffled, drawn.random());
        RevisionGraph other = RevisionGraph.of(shuffled);

        for (int i = 0; i < 12; i++) {
            String target = drawn.anyExpression();
            assertSame(target, drawn.graph(), other, graph -> RevisionPath.upgrade(graph, rows, target));
            assertSame(target, drawn.graph(), other, graph -> RevisionPath.downgrade(graph, rows, target));
            assertSame(
                    target,
                    drawn.graph(),
                    other,
                    graph -> RevisionExpression.parse(target).in(graph, rows));
            String range = drawn.anyExpression() + ":" + target;
            assertSame(
                    range,
                    drawn.graph(),
                    other,
                    graph -> RevisionRange.parse(range).in(graph, rows));
        }
        assertThat(other.inheritedLabels()).isEqualTo(drawn.graph().inheritedLabels());
        assertThat(other.revisions()).isEqualTo(drawn.graph().revisions());
    }

    private interface Question {
        Object ask(RevisionGraph graph);
    }

    private static void assertSame(String text, RevisionGraph one, RevisionGraph other, Question question) {
        assertThat(words(other, question)).as(text).isEqualTo(words(one, question));
    }

    private static String words(RevisionGraph graph, Question question) {
        try {
            return question.ask(graph).toString();
        } catch (MigrateException e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void upThenDownReturnsWhereItWas(int seed) {
        Drawn drawn = Drawn.of(seed);
        Set<String> rows = OddGraphs.rows(drawn.nodes(), drawn.random());

        RevisionPath up = RevisionPath.upgrade(drawn.graph(), rows, drawn.any());
        SortedSet<String> now = new TreeSet<>(up.rowsAfter());
        List<RevisionStep> back = new ArrayList<>(up.steps());
        Collections.reverse(back);
        for (RevisionStep step : back) { // one at a time: where a step has several parents, -1 would not do
            Set<String> applied = drawn.reference().applied(now);
            applied.remove(step.revision());
            now = new TreeSet<>(drawn.reference().maximal(applied));
        }
        RevisionPath base = RevisionPath.downgrade(drawn.graph(), up.rowsAfter(), "base");

        assertThat(now).isEqualTo(rows);
        assertThat(base.rowsAfter()).isEmpty();
        assertThat(base.steps().stream().map(RevisionStep::revision))
                .containsExactlyInAnyOrderElementsOf(drawn.reference().applied(up.rowsAfter()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStampOfSeveralKeepsAllThatWasAskedFor(int seed) {
        Drawn drawn = Drawn.of(seed);
        Set<String> rows = OddGraphs.rows(drawn.nodes(), drawn.random());
        Set<String> asked = drawn.reference().maximal(new TreeSet<>(List.of(drawn.any(), drawn.any(), drawn.any())));

        SortedSet<String> stamped = Stamp.stamp(drawn.graph(), rows, List.copyOf(asked), false);
        SortedSet<String> purged = Stamp.stamp(drawn.graph(), Set.of("not there"), List.copyOf(asked), true);

        assertThat(stamped).containsAll(asked).isEqualTo(drawn.reference().maximal(stamped));
        assertThat(purged).isEqualTo(asked);
        assertThat(stamped.stream().filter(row -> !asked.contains(row)))
                .allSatisfy(
                        row -> assertThat(rows).as("others stay as they are").contains(row));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRepairKeepsTheRowsThatNoOtherImplies(int seed) {
        Drawn drawn = Drawn.of(seed);
        Set<String> damaged = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            damaged.add(drawn.any());
        }

        AppliedRevisions applied = AppliedRevisions.of(drawn.graph(), damaged);

        assertThat(applied.maximal())
                .containsExactlyInAnyOrderElementsOf(drawn.reference().maximal(damaged));
        assertThat(drawn.reference().applied(applied.maximal()))
                .as("what is applied stays")
                .isEqualTo(drawn.reference().applied(damaged));
        assertThat(applied.isSound()).isEqualTo(applied.maximal().size() == damaged.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void labelsAreCarriedAsTheDefinitionSays(int seed) {
        Drawn drawn = Drawn.of(seed);

        Map<String, Set<String>> labels = drawn.graph().inheritedLabels();

        drawn.nodes()
                .forEach(node -> assertThat(labels.get(node.id()))
                        .as(node.id())
                        .isEqualTo(drawn.reference().labels(node.id())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theGraphItselfIsReadAsItWasDeclared(int seed) {
        Drawn drawn = Drawn.of(seed);
        RevisionGraph graph = drawn.graph();
        ReferenceGraph reference = drawn.reference();

        for (RevisionNode node : drawn.nodes()) {
            assertThat(graph.ancestors(node.id())).containsExactlyInAnyOrderElementsOf(reference.ancestors(node.id()));
            assertThat(graph.successors(node.id())).containsExactlyInAnyOrderElementsOf(reference.followers(node.id()));
            assertThat(RevisionExpression.parse(node.id()).in(graph, Set.of())).containsExactly(node.id());
            node.branchLabels()
                    .forEach(label -> assertThat(RevisionExpression.parse(label).in(graph, Set.of()))
                            .containsExactly(node.id()));
        }
        List<String> newestFirst = RevisionRange.ALL.in(graph, Set.of());
        assertThat(newestFirst).hasSize(drawn.nodes().size());
        assertThat(reference.isNewestFirst(newestFirst)).isTrue();
        assertThat(GraphChecker.checkStructure(drawn.nodes())).isEmpty();
    }
}
