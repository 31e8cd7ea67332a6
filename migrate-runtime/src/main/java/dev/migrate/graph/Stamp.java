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
        BitSet wanted = new BitSet();
        for (RevisionExpression target : targets) {
            for (int revision : lookup.revisions(target)) {
                if (wanted.get(revision) && !related.get(revision)) {
                    throw namedTwice(target, revision);
                }
                wanted.set(revision);
            }
        }
        BitSet fresh = (BitSet) wanted.clone();
        fresh.andNot(related);
        int givingWay = relatedTo(related, fresh).cardinality();
        boolean nested = !topology.maximal(wanted).equals(wanted);
        if (nested && givingWay > 1) {
            throw overlapping(wanted);
        }
        BitSet after = (BitSet) before.clone();
        if (wanted.isEmpty() || givingWay > 0) {
            after.andNot(related);
        }
        // Of a row and a target above or below it the target wins, even when the row was named too.
        after.or(nested ? fresh : wanted);
        return topology.maximal(after);
    }

    /** The wanted revisions that are above or below a related row. */
    private BitSet relatedTo(BitSet rows, BitSet wanted) {
        BitSet relatives = topology.withAncestors(rows);
        relatives.or(topology.withDescendants(rows));
        relatives.and(wanted);
        return relatives;
    }

    private MigrateException overlapping(BitSet wanted) {
        return new MigrateException(Problem.of(
                        ProblemCode.OVERLAPPING_REVISIONS,
                        "The targets " + Words.list(topology.ids(wanted)) + " contain each other.")
                .next("stamp " + Words.list(topology.ids(topology.maximal(wanted)))
                        + ": it stands for all that it contains"));
    }

    private MigrateException namedTwice(RevisionExpression target, int revision) {
        return new MigrateException(Problem.of(
                        ProblemCode.DUPLICATE_HEADS,
                        Words.quoted(target.text()) + " names revision " + Words.quoted(topology.id(revision))
                                + ", and so does another target.")
                .next("name each revision once"));
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
