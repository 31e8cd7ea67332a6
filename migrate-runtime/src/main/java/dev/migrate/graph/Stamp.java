package dev.migrate.graph;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
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
        BitSet related = (BitSet) before.clone();
        related.and(before.isEmpty() ? before : relatives(targets));
        List<Integer> named = targets.stream()
                .flatMap(target -> lookup.revisions(target).stream())
                .toList();
        BitSet wanted = new BitSet();
        named.forEach(wanted::set);
        BitSet fresh = (BitSet) wanted.clone();
        fresh.andNot(related);
        requireOnce(named, fresh);

        boolean nested = !topology.maximal(wanted).equals(wanted);
        boolean moved = movesRows(named, fresh, related, nested);
        BitSet after = (BitSet) before.clone();
        if (moved || wanted.isEmpty()) {
            after.andNot(related);
        }
        // Of a row and a target above or below it the target wins, even when the row was named too.
        after.or(nested ? fresh : wanted);
        return topology.maximal(after);
    }

    private void requireOnce(List<Integer> named, BitSet fresh) {
        BitSet seen = new BitSet();
        for (int revision : named) {
            if (seen.get(revision) && fresh.get(revision)) {
                throw new MigrateException(Problem.of(
                                ProblemCode.DUPLICATE_HEADS,
                                "Revision " + Words.quoted(topology.id(revision)) + " is named by two targets.")
                        .next("name each revision once"));
            }
            seen.set(revision);
        }
    }

    /**
     * Whether a target is above or below a related row, which then gives way. Of targets that contain each other only
     * the first can take the rows down.
     */
    private boolean movesRows(List<Integer> named, BitSet fresh, BitSet related, boolean nested) {
        BitSet below = topology.withAncestors(related);
        BitSet above = topology.withDescendants(related);
        boolean moved = false;
        for (int revision : named) {
            boolean down = fresh.get(revision) && below.get(revision);
            if (down && moved && nested) {
                throw overlapping(named);
            }
            moved |= down || (fresh.get(revision) && above.get(revision));
        }
        return moved;
    }

    private MigrateException overlapping(List<Integer> named) {
        BitSet wanted = new BitSet();
        named.forEach(wanted::set);
        return new MigrateException(Problem.of(
                        ProblemCode.OVERLAPPING_REVISIONS,
                        "Of the targets " + Words.list(topology.ids(wanted)) + " some contain others, and what is in "
                                + "the version table is above them.")
                .next("stamp " + Words.list(topology.ids(topology.maximal(wanted)))
                        + " alone: it stands for all that it contains"));
    }

    /** All that shares a line with a target or the branch it is on. The bare base is related to everything. */
    private BitSet relatives(List<RevisionExpression> targets) {
        BitSet relatives = new BitSet();
        for (RevisionExpression target : targets) {
            BitSet origins = new BitSet();
            target.branch().ifPresent(branch -> origins.set(lookup.named(branch)));
            lookup.revisions(target.withBranchOfHeadsOnly()).forEach(origins::set);
            if (origins.isEmpty()) {
                relatives.set(0, topology.size());
            }
            relatives.or(topology.withAncestors(origins));
            relatives.or(topology.withDescendants(origins));
        }
        return relatives;
    }
}
