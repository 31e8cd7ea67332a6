package dev.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.graph.RowChange.Replacement;
import dev.migrate.problem.MigrateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RevisionGraphTest {

    @Test
    void ofRevisionsWhoseAncestorsAreThereTheSmallestIdComesFirst() {
        RevisionGraph graph = Graphs.graph("m<z,b ^y; z; y; b<c; c");

        assertThat(graph.revisions()).extracting(RevisionNode::id).containsExactly("c", "b", "y", "z", "m");
    }

    @Test
    void aRevisionOnTopDoesNotReorderThoseBelow() {
        RevisionGraph graph = Graphs.graph("a1; a3<a1; b2; b4<b2");

        assertThat(graph.with(Graphs.node("a0<a3,b4")).revisions())
                .extracting(RevisionNode::id)
                .containsExactly("a1", "a3", "b2", "b4", "a0");
    }

    @Test
    void aHeadThatSomethingDependsOnIsNotAnEffectiveHead() {
        RevisionGraph graph = Graphs.graph("a1; a2<a1; b1 ^a2");

        assertThat(graph.heads()).containsExactly("a2", "b1");
        assertThat(graph.effectiveHeads()).containsExactly("b1");
        assertThat(graph.bases()).containsExactly("a1", "b1");
    }

    @Test
    void ancestorsGoThroughDependenciesAndLineageDoesNot() {
        RevisionGraph graph = Graphs.graph("a1; a2<a1; b1 ^a2; b2<b1");

        assertThat(graph.ancestors("b2")).containsExactly("a1", "a2", "b1");
        assertThat(graph.lineage("b2")).containsExactly("b1", "b2");
        assertThat(graph.isAncestor("a1", "b2")).isTrue();
        assertThat(graph.isAncestor("b2", "b2")).isFalse();
        assertThat(graph.maximal(Set.of("a1", "a2", "b1"))).containsExactly("b1");
    }

    @Test
    void labelsAreHandedUpAndDownASingleLine() {
        assertThat(labels("a; b<a #L; c<b; d<c"))
                .containsOnly(
                        Map.entry("a", "[L]"), Map.entry("b", "[L]"), Map.entry("c", "[L]"), Map.entry("d", "[L]"));
        assertThat(labels("a; b<a #L; c<b; d<c; e<b"))
                .containsOnly(
                        Map.entry("a", "[]"),
                        Map.entry("b", "[L]"),
                        Map.entry("c", "[L]"),
                        Map.entry("d", "[L]"),
                        Map.entry("e", "[L]"));
        assertThat(labels("a #x; b #y; m<a,b"))
                .containsOnly(Map.entry("a", "[x]"), Map.entry("b", "[y]"), Map.entry("m", "[x, y]"));
    }

    private static Map<String, String> labels(String graph) {
        Map<String, String> labels = new TreeMap<>();
        Graphs.graph(graph).inheritedLabels().forEach((id, carried) -> labels.put(id, carried.toString()));
        return labels;
    }

    @Test
    void allStructuralProblemsAreThrownTogether() {
        assertThatThrownBy(() -> Graphs.graph("a<x; b<y"))
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void anIdThatIsNotThereIsTheCallersMistake() {
        RevisionGraph graph = Graphs.graph("a");

        assertThat(graph.revision("b")).isEmpty();
        assertThatThrownBy(() -> graph.ancestors("b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUpgradeUpdatesTheRowItCoversAndDeletesTheOthers() {
        RevisionGraph graph = Graphs.graph("a; b<a; c<a; m<b,c");

        RevisionPath path = RevisionPath.upgrade(graph, Set.of(), "head");

        assertThat(path)
                .isEqualTo(new RevisionPath(
                        new TreeSet<>(),
                        List.of(
                                step("a", null, null, List.of(), List.of("a")),
                                step("b", "a", "b", List.of(), List.of()),
                                step("c", null, null, List.of(), List.of("c")),
                                step("m", "b", "m", List.of("c"), List.of())),
                        new TreeSet<>(Set.of("m"))));
        assertThat(path.rowsAfter(3)).containsExactly("b", "c");
    }

    private static RevisionStep step(
            String revision, @Nullable String from, @Nullable String to, List<String> deleted, List<String> inserted) {
        Optional<Replacement> update =
                from == null || to == null ? Optional.empty() : Optional.of(new Replacement(from, to));
        return new RevisionStep(Direction.UP, revision, new RowChange(update, deleted, inserted));
    }

    @Test
    void aRowThatAnotherImpliesIsRepaired() {
        AppliedRevisions damaged = AppliedRevisions.of(Graphs.graph("a; b<a; c<b; x"), List.of("a", "c", "x"));

        assertThat(damaged.isSound()).isFalse();
        assertThat(damaged.maximal()).containsExactly("c", "x");
        assertThat(damaged.all()).containsExactly("a", "b", "c", "x");
    }

    @Test
    void tipsThatAreAppliedAsDependenciesAreShown() {
        AppliedRevisions applied = AppliedRevisions.of(Graphs.graph("a1; a2<a1; b1 ^a2; b2<b1"), List.of("b1"));

        assertThat(applied.rows()).containsExactly("b1");
        assertThat(applied.tips()).containsExactly("a2", "b1");
        assertThat(applied.atHeads()).isFalse();
    }

    @Test
    void stampingAllHeadsForgetsNone() {
        RevisionGraph graph = Graphs.graph("a; b; c<b");

        assertThat(Stamp.stamp(graph, List.of("a", "b"), List.of("heads"), false))
                .containsExactly("a", "c");
        assertThat(Stamp.stamp(graph, List.of("a", "b"), List.of("base"), false))
                .isEmpty();
        assertThat(Stamp.stamp(graph, List.of("gone"), List.of("b"), true)).containsExactly("b");
    }

    @Test
    void aNewRevisionKeepsLabelsAndCompletesIds() {
        RevisionGraph graph = Graphs.graph("abcd01; b1 #billing");

        RevisionNode node = NewRevision.onHead("n1")
                .withHeads(List.of("abcd"))
                .withDependsOn(List.of("billing", "b1"))
                .withBranchLabels(List.of("shop"))
                .in(graph);

        assertThat(node)
                .isEqualTo(new RevisionNode("n1", List.of("abcd01"), List.of("billing", "b1"), List.of("shop")));
    }

    @Test
    void aDowngradeRefusesAnUnknownBranchEvenWhereOnlyOneLineLeadsUp() {
        RevisionGraph graph = Graphs.graph("a; b<a");

        assertThatThrownBy(() -> RevisionPath.downgrade(graph, Set.of("b"), "nosuch@base"))
                .hasMessageContaining("[unknown-branch]");
    }
}
