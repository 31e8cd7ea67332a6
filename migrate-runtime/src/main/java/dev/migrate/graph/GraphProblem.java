package dev.migrate.graph;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.Problem;
import java.util.List;

/**
 * Something wrong with a set of declared revisions: what {@link GraphChecker} finds.
 *
 * <p>The problem has no {@code where}. Whoever declared the revisions knows their classes, files and lines, and finds
 * the offending values through {@link #places()}.
 */
public sealed interface GraphProblem permits NameProblem, ReferenceProblem, HeadProblem {

    /** How bad it is. */
    enum Severity {
        /** The history cannot be used. */
        ERROR,
        /** The history can be used, and probably is not what was meant. */
        WARNING
    }

    /** The parts of a revision's declaration. */
    enum Attribute {
        /** {@link RevisionNode#id()}. */
        ID,
        /** {@link RevisionNode#downRevisions()}. */
        DOWN_REVISION,
        /** {@link RevisionNode#dependsOn()}. */
        DEPENDS_ON,
        /** {@link RevisionNode#branchLabels()}. */
        BRANCH_LABELS
    }

    /**
     * A value in a declaration.
     *
     * @param node the index of the revision in the list that was checked
     * @param attribute the part of its declaration
     * @param value the index inside the part; -1 means the whole part, which may be absent
     */
    record Place(int node, Attribute attribute, int value) {

        public Place {
            requireNonNull(attribute, "attribute");
        }

        static Place of(int node, Attribute attribute) {
            return new Place(node, attribute, -1);
        }
    }

    /**
     * The problem as it is reported, without a place.
     *
     * @return code, words and advice
     */
    Problem problem();

    /**
     * The values that are wrong.
     *
     * @return at least one place, by node, attribute and value
     */
    List<Place> places();

    /**
     * How bad it is.
     *
     * @return {@link Severity#ERROR} unless the kind of problem says otherwise
     */
    default Severity severity() {
        return Severity.ERROR;
    }
}
