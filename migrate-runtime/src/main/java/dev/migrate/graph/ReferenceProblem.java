package dev.migrate.graph;

import static java.util.stream.Collectors.joining;

import dev.migrate.problem.NearestName;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** A down revision or a dependency that leads nowhere, or back to where it started. */
public sealed interface ReferenceProblem extends GraphProblem {

    /**
     * A down revision that nobody declares.
     *
     * @param id the revision that names it
     * @param parent the name
     * @param near the declared id that was probably meant
     * @param places the value in the down revisions
     */
    record UnknownParent(String id, String parent, Optional<String> near, List<Place> places)
            implements ReferenceProblem {

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
            implements ReferenceProblem {

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
    record SelfLoop(String id, List<Place> places) implements ReferenceProblem {

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
    record DependencySelfLoop(String id, String dependency, List<Place> places) implements ReferenceProblem {

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
    record Cycle(List<String> path, List<Place> places) implements ReferenceProblem {

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
    record DependencyCycle(List<String> path, List<Place> places) implements ReferenceProblem {

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

    /** The whole way round; of a long one the beginning and the end. */
    private static String closed(List<String> path) {
        int size = path.size();
        if (size <= 12) {
            return path.stream().collect(joining(" → ", "", " → " + path.get(0)));
        }
        return String.join(" → ", path.subList(0, 6)) + " → … " + (size - 9) + " more … → "
                + String.join(" → ", path.subList(size - 3, size)) + " → " + path.get(0);
    }
}
