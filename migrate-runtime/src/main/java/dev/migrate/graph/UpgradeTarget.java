package dev.migrate.graph;

import static dev.migrate.graph.RevisionExpression.BASE;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** What {@code upgrade} understands by an expression, seen from what is applied. */
final class UpgradeTarget {

    private final RevisionLookup lookup;
    private final RevisionExpression expression;
    private final Topology topology;

    UpgradeTarget(RevisionLookup lookup, RevisionExpression expression) {
        this.lookup = lookup;
        this.expression = expression;
        topology = lookup.graph().topology();
    }

    /** The revisions to reach; none for the base. */
    BitSet from(AppliedRevisions applied) {
        BitSet targets = new BitSet();
        if (expression.isRelative()) {
            targets.set(relative(applied));
        } else {
            expression.branch().filter(branch -> expression.is(BASE)).ifPresent(lookup::branch);
            lookup.revisions(expression).forEach(targets::set);
        }
        return targets;
    }

    private int relative(AppliedRevisions applied) {
        Walk walk = new Walk(lookup, expression);
        int steps = expression.steps().orElse(0);
        if (expression.symbol().isPresent()) {
            return ofNamed(walk, steps)
                    .orElseThrow(() -> walk.outOfRange("is the base: there is nothing to upgrade to."));
        }
        if (steps <= 0) {
            throw walk.outOfRange("does not lead up from what is applied.");
        }
        OptionalInt start = startAmong(applied);
        return walk.up(start, startName(start)).orElseThrow();
    }

    /** Counted from a revision. Going up, the branch says which way to go; going down, where the revision must be. */
    private OptionalInt ofNamed(Walk walk, int steps) {
        RevisionExpression named = expression.start();
        return steps > 0
                ? walk.up(lookup.revision(named.withoutBranch()), Words.quoted(named.text()))
                : walk.down(lookup.revision(named), Words.quoted(named.text()));
    }

    private OptionalInt startAmong(AppliedRevisions applied) {
        BitSet starts = applied.rowNumbers();
        if (expression.branch().isPresent() && !starts.isEmpty()) {
            BitSet lineage = lookup.lineage(expression.branch().get());
            starts.and(lineage);
            if (starts.isEmpty()) {
                starts = tips(applied.appliedNumbers(), lineage, topology);
            }
        }
        return only(starts, expression, topology);
    }

    private String startName(OptionalInt start) {
        return start.isPresent() ? Words.quoted(topology.id(start.getAsInt())) + ", which is applied" : "the base";
    }

    /** The revisions of a set on a lineage with nothing of the set right above them there. */
    static BitSet tips(BitSet revisions, BitSet lineage, Topology topology) {
        BitSet active = (BitSet) revisions.clone();
        active.and(lineage);
        BitSet tips = (BitSet) active.clone();
        for (int i = active.nextSetBit(0); i >= 0; i = active.nextSetBit(i + 1)) {
            for (int below : topology.allDown(i)) {
                tips.clear(below);
            }
        }
        return tips;
    }

    /** The one member, or the base where there is none. */
    static OptionalInt only(BitSet starts, RevisionExpression expression, Topology topology) {
        if (starts.cardinality() > 1) {
            List<String> ids = topology.ids(starts);
            throw new MigrateException(Problem.of(
                            ProblemCode.AMBIGUOUS_CURRENT,
                            Words.quoted(expression.text()) + " is ambiguous: it could count from any of "
                                    + Words.list(ids) + ", which are applied.")
                    .next("name where to count from, as in "
                            + Words.quoted(ids.get(0) + expression.textAfterBranch())
                            + ", or the revision itself"));
        }
        return starts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(starts.nextSetBit(0));
    }
}
