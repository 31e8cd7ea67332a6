package dev.migrate.graph;

import dev.migrate.problem.MigrateException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rewrites the rows of a version table without running anything. */
public final class Stamp {

    private final RevisionLookup lookup;
    private final Topology topology;

    private Stamp(RevisionGraph graph) {
        lookup = new RevisionLookup(graph);
        topology = graph.topology();
    }

    /**
     * The rows after a stamp. Rows that are related to a target give way to it, dependencies counted; others stay.
     * {@code base} alone empties the table, {@code billing@base} takes away what is related to that branch.
     *
     * @param graph the history
     * @param rows the rows of the version table
     * @param targets identifiers without steps, at least one
     * @param purge whether to forget the rows first, unread: the way out of a table that names unknown revisions
     * @return the new rows; every target is implied by them, and none by another
     * @throws MigrateException when a target names nothing or cannot be told apart, or the rows are damaged
     */
    public static SortedSet<String> stamp(
            RevisionGraph graph, Collection<String> rows, List<String> targets, boolean purge) {
        AppliedRevisions before =
                AppliedRevisions.of(graph, purge ? List.of() : rows).requireSound();
        List<RevisionExpression> expressions =
                targets.stream().map(RevisionExpression::parse).toList();
        BitSet after = new Stamp(graph).rows(before.rowNumbers(), expressions);
        return Collections.unmodifiableSortedSet(new TreeSet<>(graph.topology().ids(after)));
    }

    private BitSet rows(BitSet before, List<RevisionExpression> targets) {
        BitSet wanted = new BitSet();
        targets.forEach(target -> lookup.revisions(target).forEach(wanted::set));
        BitSet related = (BitSet) before.clone();
        related.and(relatives(targets));

        BitSet after = (BitSet) before.clone();
        if (wanted.isEmpty() || givesWay(related, wanted)) {
            after.andNot(related);
        }
        after.or(wanted);
        return topology.maximal(after);
    }

    /** Whether a wanted revision is above or below a related row, and not just a row itself. */
    private boolean givesWay(BitSet related, BitSet wanted) {
        BitSet fresh = (BitSet) wanted.clone();
        fresh.andNot(related);
        BitSet relatives = topology.withAncestors(fresh);
        relatives.or(topology.withDescendants(fresh));
        return relatives.intersects(related);
    }

    /** All that shares a line with a target or the branch it is on. The bare base is related to everything. */
    private BitSet relatives(List<RevisionExpression> targets) {
        BitSet relatives = new BitSet();
        for (RevisionExpression target : targets) {
            List<Integer> origins = new ArrayList<>();
            target.branch().ifPresent(branch -> origins.add(lookup.branch(branch)));
            origins.addAll(lookup.revisions(target));
            if (target.branch().isEmpty() && target.is(RevisionExpression.BASE)) {
                relatives.set(0, topology.size());
            }
            BitSet start = new BitSet();
            origins.forEach(start::set);
            relatives.or(topology.withAncestors(start));
            relatives.or(topology.withDescendants(start));
        }
        return relatives;
    }
}
