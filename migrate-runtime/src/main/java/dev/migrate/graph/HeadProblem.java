package dev.migrate.graph;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;

/** More ends than a history should have. */
public sealed interface HeadProblem extends GraphProblem {

    /**
     * Several heads, some of them without a branch label of their own.
     *
     * @param heads all heads, in the order of their ids
     * @param unlabelled those that carry no label that no other head carries
     * @param severity as the {@link HeadPolicy} wants it
     * @param places the down revisions of each unlabelled head
     */
    record SeveralHeads(List<String> heads, List<String> unlabelled, Severity severity, List<Place> places)
            implements HeadProblem {

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
    record SeveralBases(List<String> bases, List<Place> places) implements HeadProblem {

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
}
