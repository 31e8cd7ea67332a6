package dev.migrate.graph;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The way from one state of a database to another: which revisions, in which order, and the rows of the version table
 * after each. The rows are always the maximal applied revisions.
 *
 * @param rowsBefore the rows at the start
 * @param steps what to do, in order; none where nothing is to be done
 * @param rowsAfter the rows at the end
 */
public record RevisionPath(SortedSet<String> rowsBefore, List<RevisionStep> steps, SortedSet<String> rowsAfter) {

    public RevisionPath {
        rowsBefore = sorted(rowsBefore);
        steps = List.copyOf(steps);
        rowsAfter = sorted(rowsAfter);
    }

    private static SortedSet<String> sorted(Set<String> rows) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(rows));
    }

    /**
     * Plans an upgrade: everything that the target needs and that is not applied, ancestors first.
     *
     * @param graph the history
     * @param rows the rows of the version table
     * @param target an identifier, see {@link RevisionExpression}
     * @return the way; without steps where the target is applied already
     * @throws MigrateException when the target names nothing or cannot be told apart, or the rows are damaged
     */
    public static RevisionPath upgrade(RevisionGraph graph, Set<String> rows, String target) {
        RevisionExpression expression = single(target);
        AppliedRevisions applied = AppliedRevisions.of(graph, rows).requireSound();
        BitSet targets = new UpgradeTarget(new RevisionLookup(graph), expression).from(applied);
        requireApart(graph, targets, expression);
        BitSet wanted = graph.topology().withAncestors(targets);
        wanted.andNot(applied.appliedNumbers());

        MaximalRows state = new MaximalRows(applied);
        List<RevisionStep> steps = new ArrayList<>(wanted.cardinality());
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            steps.add(state.up(i));
        }
        return new RevisionPath(new TreeSet<>(rows), steps, state.rows());
    }

    /**
     * Plans a downgrade: what follows the target, and everything that needs it, descendants first.
     *
     * @param graph the history
     * @param rows the rows of the version table
     * @param target an identifier, see {@link RevisionExpression}; the revision it names stays
     * @return the way; without steps where the target is the top already
     * @throws MigrateException when the target names nothing, cannot be told apart or is not below what is applied, or
     *     the rows are damaged
     */
    public static RevisionPath downgrade(RevisionGraph graph, Set<String> rows, String target) {
        RevisionExpression expression = single(target);
        AppliedRevisions applied = AppliedRevisions.of(graph, rows).requireSound();
        BitSet unwanted = new DowngradeTarget(new RevisionLookup(graph), expression).revisionsToTakeBack(applied);

        MaximalRows state = new MaximalRows(applied);
        List<RevisionStep> steps = new ArrayList<>(unwanted.cardinality());
        for (int i = unwanted.length() - 1; i >= 0; i = unwanted.previousSetBit(i - 1)) {
            steps.add(state.down(i));
        }
        return new RevisionPath(new TreeSet<>(rows), steps, state.rows());
    }

    /**
     * The rows after some of the steps.
     *
     * @param stepsDone how many steps from the start, 0 to all
     * @return the rows then
     */
    public SortedSet<String> rowsAfter(int stepsDone) {
        SortedSet<String> rows = new TreeSet<>(rowsBefore);
        steps.subList(0, stepsDone).forEach(step -> step.change().applyTo(rows));
        return Collections.unmodifiableSortedSet(rows);
    }

    private static RevisionExpression single(String target) {
        if (target.contains(":")) {
            throw new MigrateException(Problem.of(
                            ProblemCode.RANGE_NOT_ALLOWED,
                            Words.quoted(target) + " is a range; where a database is read, its rows are the start.")
                    .next("name the revision to reach only"));
        }
        return RevisionExpression.parse(target);
    }

    /** Refuses targets of which one implies another: heads of a branch, one of them a dependency, for instance. */
    private static void requireApart(RevisionGraph graph, BitSet targets, RevisionExpression expression) {
        BitSet maximal = graph.topology().maximal(targets);
        if (!maximal.equals(targets)) {
            BitSet implied = (BitSet) targets.clone();
            implied.andNot(maximal);
            throw new MigrateException(Problem.of(
                            ProblemCode.OVERLAPPING_REVISIONS,
                            Words.quoted(expression.text()) + " names "
                                    + Words.list(graph.topology().ids(targets)) + ", but "
                                    + Words.list(graph.topology().ids(implied)) + " is needed by another of them.")
                    .next("name " + Words.list(graph.topology().ids(maximal))));
        }
    }
}
