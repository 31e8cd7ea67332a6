package dev.migrate.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Tells which heads carry a branch label that no other head carries. A revision carries the labels that it or one of
 * its ancestors declares.
 */
final class OwnLabels {

    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;

    private final List<RevisionNode> nodes;
    private final ToIntFunction<String> indexOf;

    OwnLabels(List<RevisionNode> nodes, ToIntFunction<String> indexOf) {
        this.nodes = nodes;
        this.indexOf = indexOf;
    }

    Set<Integer> of(Collection<Integer> heads) {
        int[] headAbove = new int[nodes.size()];
        Arrays.fill(headAbove, NOBODY);
        heads.forEach(head -> spread(head, headAbove));
        Set<Integer> labelled = new HashSet<>();
        for (int node = 0; node < nodes.size(); node++) {
            if (headAbove[node] >= 0 && !nodes.get(node).branchLabels().isEmpty()) {
                labelled.add(headAbove[node]);
            }
        }
        return labelled;
    }

    /** Walks down from a head. A revision is passed at most twice: by its first head, and by one more. */
    private void spread(int head, int[] headAbove) {
        Deque<Integer> open = new ArrayDeque<>(List.of(head));
        while (!open.isEmpty()) {
            int node = open.pop();
            if (headAbove[node] == head || headAbove[node] == SEVERAL) {
                continue;
            }
            headAbove[node] = headAbove[node] == NOBODY ? head : SEVERAL;
            nodes.get(node).downRevisions().forEach(parent -> open.push(indexOf.applyAsInt(parent)));
        }
    }
}
