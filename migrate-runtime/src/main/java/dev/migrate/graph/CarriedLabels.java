package dev.migrate.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Hands branch labels up and down the graph. Revisions that carry the same labels mostly share one set. */
final class CarriedLabels {

    private static final SortedSet<String> NONE = Collections.emptySortedSet();

    private CarriedLabels() {}

    /** The labels of each revision, by its number. */
    static List<SortedSet<String>> of(RevisionGraph graph) {
        List<SortedSet<String>> up = handedUp(graph);
        List<SortedSet<String>> down = handedDown(graph);
        List<SortedSet<String>> labels = new ArrayList<>(graph.size());
        for (int i = 0; i < graph.size(); i++) {
            labels.add(union(up.get(i), down.get(i)));
        }
        return labels;
    }

    /** What each revision declares or follows, dependencies left aside. */
    private static List<SortedSet<String>> handedUp(RevisionGraph graph) {
        List<SortedSet<String>> labels = new ArrayList<>(graph.size());
        for (int i = 0; i < graph.size(); i++) {
            SortedSet<String> carried = NONE;
            for (int parent : graph.topology().down(i)) {
                carried = union(carried, labels.get(parent));
            }
            labels.add(union(carried, declared(graph, i)));
        }
        return labels;
    }

    /** What is declared above, on a line that no merge and no branch interrupts from the revision to its top. */
    private static List<SortedSet<String>> handedDown(RevisionGraph graph) {
        Topology topology = graph.topology();
        List<SortedSet<String>> labels = new ArrayList<>(Collections.nCopies(graph.size(), NONE));
        boolean[] onLine = new boolean[graph.size()];
        for (int i = graph.size() - 1; i >= 0; i--) {
            int[] above = topology.up(i);
            boolean top = above.length == 0;
            onLine[i] = topology.down(i).length <= 1 && topology.allUp(i).length <= 1 && (top || onLine[above[0]]);
            if (onLine[i] && !top) {
                labels.set(i, union(labels.get(above[0]), declared(graph, above[0])));
            }
        }
        return labels;
    }

    private static SortedSet<String> declared(RevisionGraph graph, int number) {
        List<String> labels = graph.node(number).branchLabels();
        return labels.isEmpty() ? NONE : Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }

    private static SortedSet<String> union(SortedSet<String> some, SortedSet<String> others) {
        if (others.isEmpty() || some == others) {
            return some;
        }
        if (some.isEmpty()) {
            return others;
        }
        SortedSet<String> both = new TreeSet<>(some);
        return both.addAll(others) ? Collections.unmodifiableSortedSet(both) : some;
    }
}
