package dev.migrate.graph;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;

/** A name that a revision or a branch cannot have, or that is not its own. */
public sealed interface NameProblem extends GraphProblem {

    /**
     * Several revisions declare one id.
     *
     * @param id the id
     * @param places the id of each of them
     */
    record DuplicateId(String id, List<Place> places) implements NameProblem {

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
     * Ids that differ in case only.
     *
     * @param ids the ids, sorted
     * @param places the declaration of each
     */
    record IdCase(List<String> ids, List<Place> places) implements NameProblem {

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

    /**
     * An id with characters that an id cannot have, or without any.
     *
     * @param id the id
     * @param places its declaration
     */
    record IllegalId(String id, List<Place> places) implements NameProblem {

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
    record ReservedId(String id, List<Place> places) implements NameProblem {

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
    record IdTooLong(String id, List<Place> places) implements NameProblem {

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
     * A branch label that is declared more than once.
     *
     * @param label the label
     * @param owners the revisions that declare it, in the order in which they were given
     * @param places each declaration of it
     */
    record DuplicateLabel(String label, List<String> owners, List<Place> places) implements NameProblem {

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
    record LabelEqualsId(String label, String owner, List<Place> places) implements NameProblem {

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
    record IllegalLabel(String label, String owner, List<Place> places) implements NameProblem {

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
}
