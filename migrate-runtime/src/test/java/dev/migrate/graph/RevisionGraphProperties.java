package dev.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class RevisionGraphProperties {

    /** Sound graphs of any shape: each revision follows and depends on some of those before it. */
    @Provide
    Arbitrary<List<RevisionNode>> graphs() {
        return Arbitraries.integers()
                .between(1, 14)
                .flatMap(size -> Arbitraries.randoms().map(random -> randomGraph(size, random)));
    }

    private static List<RevisionNode> randomGraph(int size, Random random) {
        List<String> ids = new ArrayList<>();
        List<RevisionNode> nodes = new ArrayList<>();
        while (ids.size() < size) {
            String id = String.format("%06x", random.nextInt(1 << 24));
            if (!ids.contains(id)) {
                List<String> labels = random.nextInt(4) == 0 ? List.of("label_" + id) : List.of();
                nodes.add(new RevisionNode(id, some(ids, random, 3), some(ids, random, 2), labels));
                ids.add(id);
            }
        }
        Collections.shuffle(nodes, random);
        return nodes;
    }

    private static List<String> some(List<String> ids, Random random, int most) {
        Set<String> chosen = new LinkedHashSet<>();
        for (int i = random.nextInt(most + 1); i > 0 && !ids.isEmpty(); i--) {
            chosen.add(ids.get(random.nextInt(ids.size())));
        }
        return List.copyOf(chosen);
    }

    private static Set<String> someRows(List<RevisionNode> nodes, Random random) {
        Set<String> chosen = new TreeSet<>();
        nodes.stream().filter(node -> random.nextInt(3) == 0).forEach(node -> chosen.add(node.id()));
        return new ReferenceGraph(nodes).maximal(chosen);
    }

    @Property
    void rowsAreTheMaximalAppliedRevisionsAfterEveryStep(
            @ForAll("graphs") List<RevisionNode> nodes, @ForAll Random random) {
        ReferenceGraph reference = new ReferenceGraph(nodes);
        Set<String> rows = someRows(nodes, random);
        RevisionGraph graph = RevisionGraph.of(nodes);

        for (RevisionPath path :
                List.of(RevisionPath.upgrade(graph, rows, "heads"), RevisionPath.downgrade(graph, rows, "base"))) {
            Set<String> applied = reference.applied(rows);
            SortedSet<String> now = new TreeSet<>(rows);
            for (RevisionStep step : path.steps()) {
                boolean changed = step.direction() == Direction.UP
                        ? applied.add(step.revision())
                        : applied.remove(step.revision());
                step.change().applyTo(now);
                assertThat(changed).isTrue();
                assertThat(now).isEqualTo(reference.maximal(applied));
            }
            assertThat(path.rowsAfter()).isEqualTo(now);
        }
    }

    @Property
    void upgradesRunAncestorsFirstAndReachTheHeads(@ForAll("graphs") List<RevisionNode> nodes, @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(nodes);

        RevisionPath path = RevisionPath.upgrade(graph, someRows(nodes, random), "heads");

        List<String> newestFirst = new ArrayList<>(
                path.steps().stream().map(RevisionStep::revision).toList());
        Collections.reverse(newestFirst);
        assertThat(new ReferenceGraph(nodes).isNewestFirst(newestFirst)).isTrue();
        assertThat(path.rowsAfter()).containsExactlyInAnyOrderElementsOf(graph.effectiveHeads());
    }

    @Property
    void downAndUpAgainReturnsTheRows(@ForAll("graphs") List<RevisionNode> nodes) {
        RevisionGraph graph = RevisionGraph.of(nodes);
        RevisionPath up = RevisionPath.upgrade(graph, Set.of(), "heads");
        RevisionPath down = RevisionPath.downgrade(graph, up.rowsAfter(), "base");

        assertThat(down.rowsAfter()).isEmpty();
        assertThat(down.steps()).hasSameSizeAs(up.steps());
        for (int i = 0; i <= up.steps().size(); i++) {
            assertThat(down.rowsAfter(i)).isEqualTo(up.rowsAfter(up.steps().size() - i));
        }
    }

    @Property
    void thePlanDoesNotDependOnTheOrderOfLoading(@ForAll("graphs") List<RevisionNode> nodes, @ForAll Random random) {
        Set<String> rows = someRows(nodes, random);
        List<RevisionNode> shuffled = new ArrayList<>(nodes);
        Collections.shuffle(shuffled, random);

        assertThat(RevisionPath.upgrade(RevisionGraph.of(shuffled), rows, "heads"))
                .isEqualTo(RevisionPath.upgrade(RevisionGraph.of(nodes), rows, "heads"));
        assertThat(RevisionRange.ALL.in(RevisionGraph.of(shuffled), rows))
                .isEqualTo(RevisionRange.ALL.in(RevisionGraph.of(nodes), rows));
    }

    @Property
    void ancestorsAndMaximaAgreeWithThePlainDefinition(
            @ForAll("graphs") List<RevisionNode> nodes, @ForAll Random random) {
        ReferenceGraph reference = new ReferenceGraph(nodes);
        RevisionGraph graph = RevisionGraph.of(nodes);
        Set<String> some =
                new TreeSet<>(some(nodes.stream().map(RevisionNode::id).toList(), random, 6));

        assertThat(graph.maximal(some)).containsExactlyInAnyOrderElementsOf(reference.maximal(some));
        some.forEach(
                id -> assertThat(graph.ancestors(id)).containsExactlyInAnyOrderElementsOf(reference.ancestors(id)));
    }

    @Property
    void aStampLeavesWhatWasAskedForAndNoRowThatImpliesAnother(
            @ForAll("graphs") List<RevisionNode> nodes, @ForAll Random random) {
        ReferenceGraph reference = new ReferenceGraph(nodes);
        List<String> targets = List.copyOf(reference.maximal(List.of(
                nodes.get(random.nextInt(nodes.size())).id(), nodes.get(0).id())));

        SortedSet<String> rows = Stamp.stamp(RevisionGraph.of(nodes), someRows(nodes, random), targets, false);

        assertThat(rows).containsAll(targets).isEqualTo(reference.maximal(rows));
    }

    @Property
    void aCycleThatIsPutInIsFoundAndNothingElse(@ForAll("graphs") List<RevisionNode> nodes, @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(nodes);
        RevisionNode top = nodes.get(random.nextInt(nodes.size()));
        List<String> below = graph.lineage(top.id()).stream()
                .filter(id -> graph.isAncestor(id, top.id()))
                .toList();
        if (below.isEmpty()) {
            return;
        }
        String bottom = below.get(random.nextInt(below.size()));
        List<RevisionNode> broken = nodes.stream()
                .map(node -> node.id().equals(bottom) ? following(node, top.id()) : node)
                .toList();

        assertThat(GraphChecker.checkStructure(broken))
                .hasOnlyElementsOfType(ReferenceProblem.Cycle.class)
                .hasSize(1);
    }

    private static RevisionNode following(RevisionNode node, String parent) {
        List<String> parents = new ArrayList<>(node.downRevisions());
        parents.add(parent);
        return new RevisionNode(node.id(), parents, node.dependsOn(), node.branchLabels());
    }
}
