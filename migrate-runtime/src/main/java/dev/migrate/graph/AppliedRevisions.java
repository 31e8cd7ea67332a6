package dev.migrate.graph;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * What a version table says about a database: its rows, and the revisions that they imply. A row implies all its
 * ancestors; in a sound table no row implies another.
 */
public final class AppliedRevisions {

    private final RevisionGraph graph;
    private final BitSet rows;
    private final BitSet applied;

    private AppliedRevisions(RevisionGraph graph, BitSet rows) {
        this.graph = graph;
        this.rows = rows;
        applied = graph.topology().withAncestors(rows);
    }

    /**
     * Reads rows.
     *
     * @param graph the history
     * @param rows the rows of the version table
     * @return what they say; rows that imply each other are accepted
     * @throws MigrateException {@code unknown-revision} when the history does not have a row
     */
    public static AppliedRevisions of(RevisionGraph graph, Collection<String> rows) {
        BitSet numbers = new BitSet();
        List<String> unknown = new TreeSet<>(rows)
                .stream().filter(row -> graph.topology().number(row) < 0).toList();
        if (!unknown.isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNKNOWN_REVISION,
                            "The version table holds " + Words.list(unknown) + ", but no migration class declares "
                                    + (unknown.size() == 1 ? "that id." : "these ids."))
                    .next("build the version of the project that was run against this database, or restore its class;\n"
                            + "where the row is wrong: mvn migrate:stamp -Dto=… -Dmigrate.purge=true"));
        }
        rows.forEach(row -> numbers.set(graph.topology().number(row)));
        return new AppliedRevisions(graph, numbers);
    }

    /**
     * The rows.
     *
     * @return their ids, in the order of the graph
     */
    public List<String> rows() {
        return graph.topology().ids(rows);
    }

    /**
     * Everything that is applied: the rows and all their ancestors.
     *
     * @return their ids, in the order of the graph
     */
    public List<String> all() {
        return graph.topology().ids(applied);
    }

    /**
     * What a person wants to see: the tip of each line that is applied. These are the rows, and those tips that have no
     * row of their own because a row depends on them.
     *
     * @return their ids, in the order of the graph
     */
    public List<String> tips() {
        BitSet followed = new BitSet();
        for (int i = applied.nextSetBit(0); i >= 0; i = applied.nextSetBit(i + 1)) {
            for (int parent : graph.topology().down(i)) {
                followed.set(parent);
            }
        }
        BitSet tips = (BitSet) applied.clone();
        tips.andNot(followed);
        return graph.topology().ids(tips);
    }

    /**
     * Whether the database has everything: its rows are the effective heads. Rows that name every head although one of
     * them implies another, as a stamp can leave them, count too.
     *
     * @return true when nothing is pending
     */
    public boolean atHeads() {
        return rows.equals(graph.effectiveHeadNumbers()) || rows.equals(graph.headNumbers());
    }

    /**
     * Whether no row implies another.
     *
     * @return false for a damaged table, which {@link #maximal()} repairs
     */
    public boolean isSound() {
        return graph.topology().maximal(rows).equals(rows);
    }

    /**
     * The rows that a sound table would have: those that no other row implies.
     *
     * @return their ids, in the order of the graph; the rows themselves when the table is sound
     */
    public List<String> maximal() {
        return graph.topology().ids(graph.topology().maximal(rows));
    }

    /** Refuses a damaged table: a step from one would make the damage worse. */
    AppliedRevisions requireSound() {
        if (!isSound()) {
            BitSet implied = (BitSet) rows.clone();
            implied.andNot(graph.topology().maximal(rows));
            throw new MigrateException(Problem.of(
                            ProblemCode.OVERLAPPING_REVISIONS,
                            "The version table holds " + Words.list(rows()) + ", but "
                                    + Words.list(graph.topology().ids(implied))
                                    + (implied.cardinality() == 1 ? " is an ancestor" : " are ancestors")
                                    + " of another row.")
                    .next("keep " + Words.list(maximal()) + " only: mvn migrate:repair"));
        }
        return this;
    }

    /** The row that sorts first: what a database returns first, where it returns them by primary key. */
    String smallestRow() {
        return Collections.min(rows());
    }

    /** Where an expression counts from that starts at {@code current}. */
    String onlyRow(RevisionExpression expression) {
        if (rows.cardinality() > 1) {
            throw new MigrateException(Problem.of(
                            ProblemCode.AMBIGUOUS_CURRENT,
                            Words.quoted(expression.text()) + " is ambiguous: the database stands at "
                                    + Words.list(rows()) + ".")
                    .next("count from one of them"));
        }
        return rows.isEmpty() ? RevisionExpression.BASE : rows().get(0);
    }

    RevisionGraph graph() {
        return graph;
    }

    BitSet rowNumbers() {
        return (BitSet) rows.clone();
    }

    BitSet appliedNumbers() {
        return (BitSet) applied.clone();
    }
}
