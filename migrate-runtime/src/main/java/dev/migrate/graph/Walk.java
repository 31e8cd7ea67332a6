package dev.migrate.graph;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Counts the steps of an expression along down revisions; dependencies are never walked. An empty place is the base. */
final class Walk {

    private final RevisionLookup lookup;
    private final RevisionExpression expression;
    private final Topology topology;

    Walk(RevisionLookup lookup, RevisionExpression expression) {
        this.lookup = lookup;
        this.expression = expression;
        topology = lookup.graph().topology();
    }

    /** Goes up from a revision or the base, inside the expression's branch. */
    OptionalInt up(OptionalInt start, String startName) {
        return up(start, startName, true);
    }

    /** Goes up as far as there is something. */
    OptionalInt upAtMost(OptionalInt start, String startName) {
        return up(start, startName, false);
    }

    private OptionalInt up(OptionalInt start, String startName, boolean allSteps) {
        int steps = expression.steps().orElse(0);
        Optional<BitSet> lineage = Optional.empty();
        OptionalInt at = start;
        for (int taken = 0; taken < steps; taken++) {
            int[] next = above(at);
            if (expression.branch().isPresent()) {
                lineage = lineage.or(() -> expression.branch().map(lookup::lineage));
                next = IntStream.of(next).filter(lineage.orElseThrow()::get).toArray();
            }
            if (next.length == 0) {
                if (allSteps) {
                    throw outOfRange("goes past the head: only " + Words.count(taken, "revision")
                            + (taken == 1 ? " lies" : " lie") + " above " + startName + onBranch() + ".");
                }
                return at;
            }
            if (next.length > 1) {
                throw ambiguousUp(topology.ids(next), at);
            }
            at = OptionalInt.of(next[0]);
        }
        return at;
    }

    private int[] above(OptionalInt at) {
        return at.isPresent()
                ? topology.up(at.getAsInt())
                : lookup.graph().baseNumbers().stream().toArray();
    }

    /** Goes down from a revision; the base is one step below the lowest. */
    OptionalInt down(OptionalInt start, String startName) {
        return down(start, -expression.steps().orElse(0), startName, true);
    }

    private OptionalInt down(OptionalInt start, int steps, String startName, boolean allSteps) {
        OptionalInt at = start;
        for (int taken = 0; taken < steps; taken++) {
            if (at.isEmpty()) {
                if (allSteps) {
                    throw belowBase(startName, Math.max(0, taken - 1));
                }
                return at;
            }
            int[] parents = topology.down(at.getAsInt());
            if (parents.length > 1) {
                throw ambiguous(name(at) + " follows " + Words.list(topology.ids(parents)), "name the revision itself");
            }
            at = parents.length == 0 ? OptionalInt.empty() : OptionalInt.of(parents[0]);
        }
        return at;
    }

    private MigrateException belowBase(String startName, int below) {
        return outOfRange("goes below the base: only " + Words.count(below, "revision")
                + (below == 1 ? " lies" : " lie") + " under " + startName + ".");
    }

    /** Goes down from each effective head that carries the expression's label. The base does not count as a revision. */
    List<Integer> belowHeads() {
        List<OptionalInt> ends = belowHeadsOrBase();
        if (ends.contains(OptionalInt.empty())) {
            throw outOfRange("goes down to the base, which is not a revision.");
        }
        return ends.stream().map(OptionalInt::getAsInt).distinct().toList();
    }

    /** The same with the base as an empty place, which also ends a walk that is too long. */
    List<OptionalInt> belowHeadsOrBase() {
        BitSet heads = lookup.graph().effectiveHeadNumbers();
        Optional<String> owner = expression.branch().flatMap(lookup.graph()::labelOwner);
        owner.ifPresent(id -> heads.and(topology.withFollowers(Topology.only(topology.number(id)))));
        if (expression.branch().isPresent() && owner.isEmpty()) {
            lookup.branch(expression.branch().get());
            heads.clear(); // a branch that is named by an id has no labelled heads
        }
        StepsDown stepsDown = new StepsDown(topology);
        return heads.stream().mapToObj(head -> belowHead(head, stepsDown)).toList();
    }

    private OptionalInt belowHead(int head, StepsDown stepsDown) {
        int steps = -expression.steps().orElse(0);
        int single = Math.min(steps, stepsDown.depth(head));
        OptionalInt at = OptionalInt.of(stepsDown.below(head, single));
        return down(at, steps - single, Words.quoted(topology.id(head)), false);
    }

    MigrateException outOfRange(String why) {
        return new MigrateException(
                Problem.of(ProblemCode.RELATIVE_OUT_OF_RANGE, Words.quoted(expression.text()) + " " + why)
                        .next("mvn migrate:history shows the revisions; \"head\" and \"base\" name its ends"));
    }

    private MigrateException ambiguousUp(List<String> candidates, OptionalInt from) {
        String onBranch = candidates.get(0) + "@" + expression.textAfterBranch();
        return ambiguous(
                "revisions " + Words.list(candidates) + (candidates.size() == 2 ? " both" : " all") + " follow "
                        + name(from),
                "name the revision itself, or count on one branch, as in " + Words.quoted(onBranch));
    }

    private MigrateException ambiguous(String why, String advice) {
        return new MigrateException(
                Problem.of(ProblemCode.AMBIGUOUS_WALK, Words.quoted(expression.text()) + " is ambiguous: " + why + ".")
                        .next(advice));
    }

    private String name(OptionalInt at) {
        return at.isPresent() ? Words.quoted(topology.id(at.getAsInt())) : "the base";
    }

    private String onBranch() {
        return expression
                .branch()
                .map(name -> " on branch " + Words.quoted(name))
                .orElse("");
    }
}
