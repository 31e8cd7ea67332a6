package dev.migrate.graph;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.migrate.problem.NearestName;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/**
 * Something wrong with a set of declared revisions: what {@link GraphChecker} finds.
 *
 * <p>The problem has no {@code where}. Whoever declared the revisions knows their classes, files and lines, and finds
 * the offending values through {@link #places()}.
 */
public sealed interface GraphProblem {

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

    /**
     * Several revisions declare one id.
     *
     * @param id the id
     * @param places the id of each of them
     */
    record DuplicateId(String id, List<Place> places) implements GraphProblem {

        public DuplicateId {
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(ProblemCode.DUPLICATE_ID, places.size() + " revisions declare the id \"" + id + "\".")
                    .next("give each revision an id of its own; one that was applied somewhere keeps its id");
        }
    }

    /**
     * A down revision that nobody declares.
     *
     * @param id the revision that names it
     * @param parent the name
     * @param near the declared id that was probably meant
     * @param places the value in the down revisions
     */
    record UnknownParent(String id, String parent, Optional<String> near, List<Place> places) implements GraphProblem {

        public UnknownParent {
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(
                            ProblemCode.UNKNOWN_PARENT,
                            "Revision \"" + id + "\" follows \"" + parent
                                    + "\", but no migration class declares that id." + NearestName.didYouMean(near))
                    .next("correct downRevision, or restore the class that declared \"" + parent + "\"");
        }
    }

    /**
     * A dependency that is neither an id nor a branch label.
     *
     * @param id the revision that names it
     * @param dependency the name
     * @param near the declared id or label that was probably meant
     * @param places the value in the dependencies
     */
    record UnknownDependency(String id, String dependency, Optional<String> near, List<Place> places)
            implements GraphProblem {

        public UnknownDependency {
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(
                            ProblemCode.UNKNOWN_DEPENDENCY,
                            "Revision \"" + id + "\" depends on \"" + dependency
                                    + "\", but no migration class declares that id or branch label."
                                    + NearestName.didYouMean(near))
                    .next("correct dependsOn, or restore the class that declared \"" + dependency + "\"");
        }
    }

    /**
     * A revision that follows itself.
     *
     * @param id the revision
     * @param places the value in the down revisions
     */
    record SelfLoop(String id, List<Place> places) implements GraphProblem {

        public SelfLoop {
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(ProblemCode.SELF_LOOP, "Revision \"" + id + "\" names itself as its down revision.")
                    .next("name the revision it follows, or leave downRevision out for a base");
        }
    }

    /**
     * A revision that depends on itself.
     *
     * @param id the revision
     * @param dependency its own id, or its own branch label
     * @param places the value in the dependencies
     */
    record DependencySelfLoop(String id, String dependency, List<Place> places) implements GraphProblem {

        public DependencySelfLoop {
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            String itself = dependency.equals(id) ? "itself" : "\"" + dependency + "\", which is its own branch label";
            return Problem.of(ProblemCode.DEPENDENCY_SELF_LOOP, "Revision \"" + id + "\" depends on " + itself + ".")
                    .next("take \"" + dependency + "\" out of dependsOn");
        }
    }

    /**
     * Down revisions that lead back to where they started.
     *
     * @param path the ids along the cycle, from its smallest; each follows the next, the last follows the first
     * @param places the down revision of the smallest id that lies on the cycle
     */
    record Cycle(List<String> path, List<Place> places) implements GraphProblem {

        public Cycle {
            path = List.copyOf(path);
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(
                            ProblemCode.CYCLE,
                            "The down revisions of \"" + path.get(0) + "\" lead back to it: " + closed(path) + ".")
                    .next("correct the downRevision that should not be there; a history starts at a base");
        }
    }

    /**
     * Down revisions and dependencies that lead back to where they started.
     *
     * @param path the ids along the cycle, from its smallest; each needs the next, the last needs the first
     * @param places the down revision or dependency of the smallest id that lies on the cycle
     */
    record DependencyCycle(List<String> path, List<Place> places) implements GraphProblem {

        public DependencyCycle {
            path = List.copyOf(path);
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(
                            ProblemCode.DEPENDENCY_CYCLE,
                            "What \"" + path.get(0) + "\" follows and depends on leads back to it: " + closed(path)
                                    + ".")
                    .next("take out the dependsOn that closes the circle; none of these can be applied first");
        }
    }

    /**
     * Several heads, some of them without a branch label of their own.
     *
     * @param heads all heads, in the order of their ids
     * @param unlabelled those that carry no label that no other head carries
     * @param severity as the {@link HeadPolicy} wants it
     * @param places the down revisions of each unlabelled head
     */
    record SeveralHeads(List<String> heads, List<String> unlabelled, Severity severity, List<Place> places)
            implements GraphProblem {

        public SeveralHeads {
            heads = List.copyOf(heads);
            unlabelled = List.copyOf(unlabelled);
            requireNonNull(severity, "severity");
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            String what =
                    "Revisions " + Words.list(heads) + (heads.size() == 2 ? " both" : " all") + " have no successor.";
            if (unlabelled.size() < heads.size()) {
                what += " Of these " + Words.list(unlabelled)
                        + (unlabelled.size() == 1
                                ? " carries no branch label of its own."
                                : " carry no branch label of their own.");
            }
            return Problem.of(ProblemCode.SEVERAL_HEADS, what)
                    .next("join them with: mvn migrate:merge\n"
                            + "or, where they are meant to stay apart, give each branch its own branchLabels");
        }
    }

    /**
     * Several bases without a branch label.
     *
     * @param bases the unlabelled bases, in the order of their ids
     * @param places the down revisions, which are absent, of each of them
     */
    record SeveralBases(List<String> bases, List<Place> places) implements GraphProblem {

        public SeveralBases {
            bases = List.copyOf(bases);
            places = List.copyOf(places);
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public Problem problem() {
            return Problem.of(
                            ProblemCode.SEVERAL_BASES,
                            "Revisions " + Words.list(bases) + " have no down revision: the history starts "
                                    + bases.size() + " times.")
                    .next("set the downRevision that was forgotten, or give each base its own branchLabels");
        }
    }

    /**
     * A branch label that is declared more than once.
     *
     * @param label the label
     * @param owners the revisions that declare it, in the order in which they were given
     * @param places each declaration of it
     */
    record DuplicateLabel(String label, List<String> owners, List<Place> places) implements GraphProblem {

        public DuplicateLabel {
            owners = List.copyOf(owners);
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            String what = owners.size() == 1
                    ? "Revision \"" + owners.get(0) + "\" declares the branch label \"" + label + "\" twice."
                    : "Revisions " + Words.list(owners) + (owners.size() == 2 ? " both" : " all")
                            + " declare the branch label \"" + label + "\".";
            return Problem.of(ProblemCode.DUPLICATE_LABEL, what).next("keep the label where the branch starts");
        }
    }

    /**
     * A branch label that is also a revision id.
     *
     * @param label the label, and the id
     * @param owner the revision that declares the label
     * @param places the declaration of the label
     */
    record LabelEqualsId(String label, String owner, List<Place> places) implements GraphProblem {

        public LabelEqualsId {
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(
                            ProblemCode.DUPLICATE_LABEL,
                            "The branch label \"" + label + "\" of revision \"" + owner + "\" is also "
                                    + (label.equals(owner) ? "its own id." : "the id of a revision."))
                    .next("choose another label: ids and labels share one namespace");
        }
    }

    /**
     * A branch label that a label cannot be.
     *
     * @param label the label
     * @param owner the revision that declares it
     * @param places the declaration
     */
    record IllegalLabel(String label, String owner, List<Place> places) implements GraphProblem {

        public IllegalLabel {
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            String what = NameRules.isReserved(label)
                    ? "\"" + label + "\" cannot be a branch label: it has a meaning of its own in every command."
                    : "\"" + Words.visible(label)
                            + "\" is not a branch label: use letters, digits, _, . and -, at most "
                            + NameRules.MAX_LENGTH + ", and no hyphen and digits at the end.";
            return Problem.of(ProblemCode.ILLEGAL_LABEL, what).next("rename the label of revision \"" + owner + "\"");
        }
    }

    /**
     * An id with characters that an id cannot have, or without any.
     *
     * @param id the id
     * @param places its declaration
     */
    record IllegalId(String id, List<Place> places) implements GraphProblem {

        public IllegalId {
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(
                            ProblemCode.ILLEGAL_ID,
                            "\"" + Words.visible(id) + "\" is not a revision id: use letters, digits, _ and ., at most "
                                    + NameRules.MAX_LENGTH + ".")
                    .next("rename it, and the downRevision and dependsOn that name it");
        }
    }

    /**
     * An id that is a word of the command language.
     *
     * @param id the id
     * @param places its declaration
     */
    record ReservedId(String id, List<Place> places) implements GraphProblem {

        public ReservedId {
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(
                            ProblemCode.RESERVED_ID,
                            "\"" + id + "\" cannot be a revision id: it has a meaning of its own in every command.")
                    .next("rename it, and the downRevision and dependsOn that name it");
        }
    }

    /**
     * An id that does not fit into the version table.
     *
     * @param id the id
     * @param places its declaration
     */
    record IdTooLong(String id, List<Place> places) implements GraphProblem {

        public IdTooLong {
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(
                            ProblemCode.ID_TOO_LONG,
                            "The revision id \"" + Words.visible(id) + "\" has " + id.length()
                                    + " characters; the version table holds " + NameRules.MAX_LENGTH + ".")
                    .next("shorten it, and the downRevision and dependsOn that name it");
        }
    }

    /**
     * Ids that differ in case only.
     *
     * @param ids the ids, sorted
     * @param places the declaration of each
     */
    record IdCase(List<String> ids, List<Place> places) implements GraphProblem {

        public IdCase {
            ids = List.copyOf(ids);
            places = List.copyOf(places);
        }

        @Override
        public Problem problem() {
            return Problem.of(
                            ProblemCode.ID_CASE,
                            "The revision ids " + Words.list(ids) + " differ in case only, which some databases and "
                                    + "file systems cannot tell apart.")
                    .next("rename the one that was not applied anywhere yet");
        }
    }

    private static String closed(List<String> path) {
        return path.stream().collect(joining(" → ", "", " → " + path.get(0)));
    }
}
