package dev.migrate.graph;

import static dev.migrate.graph.GraphProblem.Attribute.DEPENDS_ON;
import static dev.migrate.graph.GraphProblem.Attribute.DOWN_REVISION;

import dev.migrate.graph.GraphProblem.Place;
import dev.migrate.problem.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Looks at each down revision and dependency by itself: whether it names a revision, and another one. */
final class ReferenceChecks {

    private final Declarations declared;
    private final Consumer<GraphProblem> problems;
    private final NearestName nearestParent;
    private final NearestName nearestDependency;

    ReferenceChecks(Declarations declared, Consumer<GraphProblem> problems) {
        this.declared = declared;
        this.problems = problems;
        nearestParent = new NearestName(declared::ids);
        nearestDependency = new NearestName(declared::idsAndLabels);
    }

    void selfLoops() {
        for (int node = 0; node < declared.nodes().size(); node++) {
            RevisionNode revision = declared.node(node);
            for (int value = 0; value < revision.downRevisions().size(); value++) {
                if (revision.downRevisions().get(value).equals(revision.id())) {
                    problems.accept(new ReferenceProblem.SelfLoop(
                            revision.id(), List.of(new Place(node, DOWN_REVISION, value))));
                }
            }
            Set<String> own = revision.dependsOn().isEmpty() ? Set.of() : Set.copyOf(revision.branchLabels());
            for (int value = 0; value < revision.dependsOn().size(); value++) {
                String name = revision.dependsOn().get(value);
                // A label that is another's id is reported as such; the dependency means the id.
                if (name.equals(revision.id()) || (own.contains(name) && !declared.isId(name))) {
                    problems.accept(new ReferenceProblem.DependencySelfLoop(
                            revision.id(), name, List.of(new Place(node, DEPENDS_ON, value))));
                }
            }
        }
    }

    void unknownDependencies() {
        for (int node = 0; node < declared.nodes().size(); node++) {
            List<String> dependsOn = declared.node(node).dependsOn();
            for (int value = 0; value < dependsOn.size(); value++) {
                String name = dependsOn.get(value);
                if (!declared.isId(name) && !declared.isLabel(name)) {
                    problems.accept(new ReferenceProblem.UnknownDependency(
                            declared.id(node),
                            name,
                            other(declared.node(node), nearestDependency.to(name)),
                            List.of(new Place(node, DEPENDS_ON, value))));
                }
            }
        }
    }

    void unknownParents() {
        for (int node = 0; node < declared.nodes().size(); node++) {
            List<String> downRevisions = declared.node(node).downRevisions();
            for (int value = 0; value < downRevisions.size(); value++) {
                String name = downRevisions.get(value);
                if (!declared.isId(name)) {
                    problems.accept(new ReferenceProblem.UnknownParent(
                            declared.id(node),
                            name,
                            other(declared.node(node), near(name)),
                            List.of(new Place(node, DOWN_REVISION, value))));
                }
            }
        }
    }

    /** A suggestion, unless it is the revision itself: that would be the next mistake. */
    private static Optional<String> other(RevisionNode revision, Optional<String> suggested) {
        return suggested.filter(
                name -> !name.equals(revision.id()) && !revision.branchLabels().contains(name));
    }

    private Optional<String> near(String parent) {
        return declared.labelOwner(parent).or(() -> nearestParent.to(parent));
    }
}
