package dev.migrate.graph;

import static dev.migrate.graph.GraphProblem.Attribute.DOWN_REVISION;

import dev.migrate.graph.GraphProblem.Place;
import dev.migrate.graph.GraphProblem.Severity;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts the heads and the bases that carry no branch label. */
final class HeadChecks {

    private final Declarations declared;
    private final int own;
    private final Consumer<GraphProblem> problems;

    /** Only the first {@code own} of what is declared count: the rest are not the author's to join. */
    HeadChecks(Declarations declared, int own, Consumer<GraphProblem> problems) {
        this.declared = declared;
        this.own = own;
        this.problems = problems;
    }

    void severalHeads(HeadPolicy policy) {
        if (policy == HeadPolicy.ALLOW) {
            return;
        }
        Set<String> followed = new HashSet<>();
        declared.nodes().forEach(node -> followed.addAll(node.downRevisions()));
        Map<String, Integer> heads = new TreeMap<>();
        for (int node = 0; node < own; node++) {
            if (!followed.contains(declared.id(node))) {
                heads.put(declared.id(node), node);
            }
        }
        if (heads.size() < 2) {
            return;
        }
        Set<Integer> labelled = new OwnLabels(declared.nodes(), declared::firstOf).of(heads.values());
        Map<String, Integer> unlabelled = new TreeMap<>(heads);
        unlabelled.values().removeAll(labelled);
        if (!unlabelled.isEmpty()) {
            problems.accept(new HeadProblem.SeveralHeads(
                    List.copyOf(heads.keySet()),
                    List.copyOf(unlabelled.keySet()),
                    policy == HeadPolicy.ERROR ? Severity.ERROR : Severity.WARNING,
                    absentParents(unlabelled.values())));
        }
    }

    void severalBases() {
        Map<String, Integer> bases = new TreeMap<>();
        for (int node = 0; node < own; node++) {
            RevisionNode revision = declared.node(node);
            if (revision.downRevisions().isEmpty() && revision.branchLabels().isEmpty()) {
                bases.put(revision.id(), node);
            }
        }
        if (bases.size() > 1) {
            problems.accept(new HeadProblem.SeveralBases(List.copyOf(bases.keySet()), absentParents(bases.values())));
        }
    }

    private static List<Place> absentParents(Collection<Integer> nodes) {
        return nodes.stream()
                .sorted()
                .map(node -> Place.of(node, DOWN_REVISION))
                .toList();
    }
}
