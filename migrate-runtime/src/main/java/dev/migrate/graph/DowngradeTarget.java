package dev.migrate.graph;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/** What {@code downgrade} understands by an expression: the revisions to take back. */
final class DowngradeTarget {

    private final RevisionLookup lookup;
    private final RevisionExpression expression;
    private final Topology topology;

    DowngradeTarget(RevisionLookup lookup, RevisionExpression expression) {
        this.lookup = lookup;
        this.expression = expression;
        topology = lookup.graph().topology();
    }

    /** The applied revisions to take back. */
    BitSet revisionsToTakeBack(AppliedRevisions applied) {
        OptionalInt target;
        Optional<BitSet> line;
        if (expression.symbol().isEmpty()) {
            int start = startAmong(applied);
            target = below(start);
            line = Optional.of(
                    branchLine(expression.branch().map(lookup::branch).orElse(start)));
        } else {
            target = named();
            line = Optional.empty();
        }
        BitSet roots = rootsAbove(target);
        if (roots.cardinality() > 1) {
            Optional<BitSet> only =
                    line.or(() -> expression.branch().map(lookup::branch).map(this::branchLine));
            only.ifPresent(roots::and);
            if (roots.isEmpty()) {
                throw notATarget(
                        "nothing on branch " + Words.quoted(expression.branch().orElse("")) + " follows it");
            }
        }
        BitSet takenBack = topology.withDescendants(roots);
        takenBack.and(applied.appliedNumbers());
        if (target.isPresent() && takenBack.isEmpty() && !applied.rowNumbers().get(target.getAsInt())) {
            throw notATarget(
                    applied.appliedNumbers().get(target.getAsInt())
                            ? "it is applied because something depends on it, and nothing that follows it is applied"
                            : "it is not applied");
        }
        requireNamedBranch(target);
        return takenBack;
    }

    private BitSet branchLine(int branch) {
        return topology.withFollowed(Topology.only(branch));
    }

    private BitSet rootsAbove(OptionalInt target) {
        if (target.isEmpty()) {
            return lookup.graph().baseNumbers();
        }
        BitSet roots = new BitSet();
        for (int successor : topology.up(target.getAsInt())) {
            roots.set(successor);
        }
        return roots;
    }

    private OptionalInt named() {
        RevisionExpression start = expression.start();
        if (!expression.isRelative()) {
            return lookup.revision(expression.withoutBranch());
        }
        Walk walk = new Walk(lookup, expression);
        if (expression.steps().orElse(0) < 0) {
            return walk.down(lookup.revision(start), Words.quoted(start.text()));
        }
        OptionalInt end = walk.up(lookup.revision(start.withoutBranch()), Words.quoted(start.text()));
        if (end.isEmpty()) {
            throw walk.outOfRange("does not lead up from the base.");
        }
        return end;
    }

    private int startAmong(AppliedRevisions applied) {
        Walk walk = new Walk(lookup, expression);
        if (expression.steps().orElse(0) >= 0) {
            throw walk.outOfRange("does not lead down from what is applied.");
        }
        BitSet starts = applied.rowNumbers();
        if (expression.branch().isPresent()) {
            BitSet lineage = lookup.lineage(expression.branch().get());
            starts.and(lineage);
            if (starts.isEmpty()) {
                applied.tips().forEach(id -> starts.set(topology.number(id)));
                starts.and(lineage);
            }
        }
        if (starts.cardinality() > 1 && expression.branch().isEmpty()) {
            // Alembic counts from the first row. Where that fails its failure is the answer, else that it was a guess.
            below(topology.number(applied.smallestRow()));
        }
        return UpgradeTarget.only(starts, expression, topology)
                .orElseThrow(() -> walk.outOfRange("goes below the base: nothing is applied"
                        + expression
                                .branch()
                                .map(name -> " on branch " + Words.quoted(name))
                                .orElse("") + "."));
    }

    private OptionalInt below(int start) {
        return new Walk(lookup, expression)
                .down(OptionalInt.of(start), Words.quoted(topology.id(start)) + ", which is applied");
    }

    /** A branch that does not matter because only one line leads up must be right all the same. */
    private void requireNamedBranch(OptionalInt target) {
        expression.branch().ifPresent(branch -> {
            if (expression.isRelative() || target.isEmpty()) {
                lookup.branch(branch);
            } else {
                lookup.requireOnBranch(target.getAsInt(), branch);
            }
        });
    }

    private MigrateException notATarget(String why) {
        return new MigrateException(Problem.of(
                        ProblemCode.NOT_A_DOWNGRADE_TARGET,
                        Words.quoted(expression.text()) + " is not below what is applied: " + why + ".")
                .next("mvn migrate:current shows what is applied; to go up: mvn migrate:upgrade"));
    }
}
