package dev.migrate.processor;

import dev.migrate.graph.GraphChecker;
import dev.migrate.graph.GraphProblem;
import dev.migrate.graph.HeadPolicy;
import dev.migrate.graph.ReferenceProblem;
import dev.migrate.graph.RevisionNode;
import dev.migrate.index.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The graph of one history: its own revisions and those that it includes. A mistake within another history of the module
 * is found there, and is none of this one's.
 */
final class CheckedGraph {

    private final DeclaredModule module;
    private final Optional<DeclaredHistory> history;
    private final List<DeclaredRevision> own;
    private final int fromModule;
    private final List<DeclaredRevision> revisions;

    private CheckedGraph(
            String name, DeclaredModule module, Optional<DeclaredHistory> history, Optional<Inclusion> included) {
        this.module = module;
        this.history = history;
        own = module.revisionsOf(name);
        revisions = new ArrayList<>(own);
        included.ifPresent(inclusion -> revisions.addAll(inclusion.fromModule()));
        fromModule = revisions.size();
        included.ifPresent(inclusion -> revisions.addAll(inclusion.fromOthers()));
    }

    /** A history without a declaration, which can include nothing. */
    static CheckedGraph ofUnnamed(DeclaredModule module) {
        return new CheckedGraph("", module, Optional.empty(), Optional.empty());
    }

    /** A history with what it includes. */
    static CheckedGraph of(DeclaredHistory history, DeclaredModule module, Inclusion included) {
        return new CheckedGraph(history.name(), module, Optional.of(history), Optional.of(included));
    }

    /** The history, where it has a name. */
    Optional<DeclaredHistory> history() {
        return history;
    }

    /** What the places of problems count through. */
    List<DeclaredRevision> revisions() {
        return revisions;
    }

    List<GraphProblem> check(HeadPolicy policy) {
        return GraphChecker.check(nodes(0, own.size()), nodes(own.size(), revisions.size()), policy).stream()
                .filter(problem -> touchesOwn(problem) || reachesOtherModules(problem) || joinsHistories(problem))
                .toList();
    }

    private List<RevisionNode> nodes(int from, int to) {
        return revisions.subList(from, to).stream()
                .map(revision -> revision.entry().node())
                .toList();
    }

    private boolean touchesOwn(GraphProblem problem) {
        return problem.places().stream().anyMatch(place -> place.node() < own.size());
    }

    /** Whether a revision of another module has to do with it. */
    boolean reachesOtherModules(GraphProblem problem) {
        return problem.places().stream().anyMatch(place -> place.node() >= fromModule);
    }

    /** Whether it lies between two other histories of the module, which only meet in this one. */
    private boolean joinsHistories(GraphProblem problem) {
        return problem.places().stream()
                        .map(place -> revisions.get(place.node()).entry().history())
                        .distinct()
                        .count()
                > 1;
    }

    /** What to do about a name that another history of the module declares; empty where none does. */
    Optional<String> adviceOn(GraphProblem problem) {
        return unknownName(problem)
                .flatMap(name -> module.revisions().stream()
                        .filter(revision -> revision.entry().id().equals(name)
                                || revision.entry().node().branchLabels().contains(name))
                        .findFirst()
                        .map(elsewhere -> adviceOn(name, elsewhere)));
    }

    private static Optional<String> unknownName(GraphProblem problem) {
        if (problem instanceof ReferenceProblem.UnknownParent unknown) {
            return Optional.of(unknown.parent());
        }
        return problem instanceof ReferenceProblem.UnknownDependency unknown
                ? Optional.of(unknown.dependency())
                : Optional.empty();
    }

    private String adviceOn(String name, DeclaredRevision elsewhere) {
        String declared = elsewhere.entry().className() + " declares \"" + name + "\", in another history: ";
        Optional<DeclaredHistory> other = module.named(elsewhere.entry().history());
        if (other.isEmpty()) {
            return declared + "give that a name with @MigrationHistory, so that it can be included";
        }
        return declared + (history.isEmpty() ? "name this one with @MigrationHistory and " : "")
                + "include it, includes = " + HistoryEntry.anchorOf(other.get().name()) + ".class";
    }
}
