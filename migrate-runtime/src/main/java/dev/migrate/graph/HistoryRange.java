package dev.migrate.graph;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the revisions of a range. */
final class HistoryRange {

    private final RevisionGraph graph;
    private final Topology topology;
    private final RevisionLookup lookup;
    private final RevisionRange range;
    private final Collection<String> rows;

    HistoryRange(RevisionGraph graph, Collection<String> rows, RevisionRange range) {
        this.graph = graph;
        this.range = range;
        this.rows = rows;
        topology = graph.topology();
        lookup = new RevisionLookup(graph);
    }

    List<String> newestFirst() {
        BitSet ends = ends();
        range.start().branch().ifPresent(branch -> ends.and(carrying(branch)));
        requireApart(ends, range.end());
        BitSet starts = starts();
        BitSet listed = topology.withAncestors(ends);
        if (!isSubset(starts, listed)) {
            throw notAncestor("does not lead from one to the other: "
                    + Words.quoted(range.start().text()) + " is not an ancestor of "
                    + Words.quoted(range.end().text()) + ".");
        }
        requireApart(starts, range.start());
        listed.andNot(topology.withAncestors(starts));
        listed.or(starts);
        if (!starts.isEmpty()) {
            listed.and(topology.withFollowers(starts));
            requireConnected(listed, ends);
        }
        List<String> ids = topology.ids(listed);
        Collections.reverse(ids);
        return ids;
    }

    private BitSet ends() {
        RevisionExpression end = range.end();
        if (end.is(RevisionExpression.CURRENT) && end.branch().isEmpty()) {
            // Where nothing is applied, Alembic shows what there is rather than nothing.
            return rows.isEmpty()
                    ? graph.effectiveHeadNumbers()
                    : AppliedRevisions.of(graph, rows).rowNumbers();
        }
        if (!end.isRelative()) {
            return set(lookup.revisions(end));
        }
        Walk walk = new Walk(lookup, end);
        if (end.symbol().isPresent()) {
            RevisionExpression named = end.start();
            OptionalInt at = end.steps().orElse(0) > 0
                    ? walk.upAtMost(lookup.revision(named.withoutBranch()), Words.quoted(named.text()))
                    : walk.down(lookup.revision(named), Words.quoted(named.text()));
            return Topology.only(at.orElseThrow(() -> walk.outOfRange("is the base, which is not a revision.")));
        }
        if (end.steps().orElse(0) <= 0) {
            throw walk.outOfRange("does not lead up from the start of the range.");
        }
        return set(walk.upAtMost(upFrom(), Words.quoted(range.start().text())));
    }

    /** Where an end without a name of its own counts from: the start of the range. */
    private OptionalInt upFrom() {
        BitSet starts = starts();
        Optional<String> branch = range.end().branch();
        if (range.start().isRelative() && (branch.isEmpty() || starts.isEmpty())) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNKNOWN_REVISION,
                            Words.quoted(range.end().text()) + " cannot count from "
                                    + Words.quoted(range.start().text()) + ", which names no revision.")
                    .next("name the start of the range, or its end"));
        }
        if (branch.isPresent() && !starts.isEmpty()) {
            BitSet lineage = lookup.lineage(branch.get());
            BitSet onBranch = (BitSet) starts.clone();
            onBranch.and(lineage);
            starts = onBranch.isEmpty()
                    ? UpgradeTarget.tips(topology.withAncestors(starts), lineage, topology)
                    : onBranch;
        }
        return UpgradeTarget.only(starts, range.end(), topology);
    }

    private BitSet starts() {
        RevisionExpression start = range.start();
        if (start.is(RevisionExpression.CURRENT) && start.branch().isEmpty()) {
            return AppliedRevisions.of(graph, rows).rowNumbers();
        }
        if (start.symbol().isEmpty() && start.steps().orElse(0) < 0) {
            List<OptionalInt> reached = new Walk(lookup, start).belowHeadsOrBase();
            boolean fromBase = reached.stream().anyMatch(OptionalInt::isEmpty);
            return fromBase
                    ? new BitSet()
                    : set(reached.stream().map(OptionalInt::getAsInt).toList());
        }
        return set(lookup.revisions(start));
    }

    /**
     * What carries the label of a branch: nothing for a prefix of one. Where the branch is named by an id, its label if
     * it carries just one, else what follows it.
     */
    private BitSet carrying(String branch) {
        int owner = lookup.branch(branch);
        Optional<String> label = graph.revision(branch).isPresent() ? Optional.empty() : Optional.of(branch);
        List<Set<String>> labels = CarriedLabels.of(graph);
        Set<String> ofOwner = labels.get(owner);
        if (label.isEmpty() && ofOwner.size() == 1) {
            label = Optional.of(ofOwner.iterator().next());
        }
        if (label.isEmpty()) {
            return topology.withFollowers(Topology.only(owner));
        }
        BitSet carrying = new BitSet();
        for (int i = 0; i < graph.size(); i++) {
            carrying.set(i, labels.get(i).contains(label.get()));
        }
        return carrying;
    }

    private void requireApart(BitSet revisions, RevisionExpression expression) {
        if (!topology.maximal(revisions).equals(revisions)) {
            throw new MigrateException(Problem.of(
                            ProblemCode.OVERLAPPING_REVISIONS,
                            Words.quoted(expression.text()) + " names " + Words.list(topology.ids(revisions))
                                    + ", one of which is an ancestor of another.")
                    .next("name " + Words.list(topology.ids(topology.maximal(revisions)))));
        }
    }

    /** Refuses a range whose parts hang together only through revisions that are not listed. */
    private void requireConnected(BitSet listed, BitSet ends) {
        BitSet reached = (BitSet) ends.clone();
        reached.and(listed);
        for (int i = reached.length() - 1; i >= 0; i = reached.previousSetBit(i - 1)) {
            for (int below : topology.allDown(i)) {
                if (listed.get(below)) {
                    reached.set(below);
                }
            }
        }
        if (!reached.equals(listed)) {
            BitSet apart = (BitSet) listed.clone();
            apart.andNot(reached);
            throw notAncestor("leads to " + Words.list(topology.ids(apart)) + " only through dependsOn.");
        }
    }

    private MigrateException notAncestor(String why) {
        return new MigrateException(
                Problem.of(ProblemCode.RANGE_NOT_ANCESTOR, "The range " + Words.quoted(range.text()) + " " + why)
                        .next("the start of a range must be an ancestor of its end, on the same branch"));
    }

    private static boolean isSubset(BitSet small, BitSet large) {
        BitSet outside = (BitSet) small.clone();
        outside.andNot(large);
        return outside.isEmpty();
    }

    private static BitSet set(Collection<Integer> numbers) {
        BitSet set = new BitSet();
        numbers.forEach(set::set);
        return set;
    }

    private static BitSet set(OptionalInt number) {
        return number.isPresent() ? Topology.only(number.getAsInt()) : new BitSet();
    }
}
