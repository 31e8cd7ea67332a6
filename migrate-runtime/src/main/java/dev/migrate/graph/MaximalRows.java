package dev.migrate.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The maximal applied revisions while revisions come and go. For each applied revision it counts the applied ones right
 * above it; a revision is a row while that is zero.
 */
final class MaximalRows {

    private final Topology topology;
    private final int[] appliedAbove;
    private final BitSet rows;

    MaximalRows(AppliedRevisions applied) {
        topology = applied.graph().topology();
        appliedAbove = new int[topology.size()];
        rows = applied.rowNumbers();
        BitSet all = applied.appliedNumbers();
        for (int i = all.nextSetBit(0); i >= 0; i = all.nextSetBit(i + 1)) {
            for (int below : topology.allDown(i)) {
                appliedAbove[below]++;
            }
        }
    }

    RevisionStep up(int revision) {
        List<String> covered = new ArrayList<>(1);
        rows.set(revision); // before others are cleared: a bit set that loses its highest bit looks for the next one
        for (int below : topology.allDown(revision)) {
            if (appliedAbove[below]++ == 0) {
                rows.clear(below);
                covered.add(topology.id(below));
            }
        }
        String id = topology.id(revision);
        return new RevisionStep(Direction.UP, id, RowChange.between(covered, List.of(id)));
    }

    RevisionStep down(int revision) {
        List<String> uncovered = new ArrayList<>(1);
        for (int below : topology.allDown(revision)) {
            if (--appliedAbove[below] == 0) {
                rows.set(below);
                uncovered.add(topology.id(below));
            }
        }
        rows.clear(revision);
        String id = topology.id(revision);
        return new RevisionStep(Direction.DOWN, id, RowChange.between(List.of(id), uncovered));
    }

    SortedSet<String> rows() {
        return new TreeSet<>(topology.ids(rows));
    }
}
