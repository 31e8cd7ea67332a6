package dev.migrate.processor;

import dev.migrate.graph.GraphChecker;
import dev.migrate.graph.GraphProblem;
import dev.migrate.graph.HeadPolicy;
import dev.migrate.graph.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The graph of one history: its own revisions and those that it includes. A mistake within another history of the module
 * is found there, and is none of this one's.
 */
final class CheckedGraph {

    private final Optional<DeclaredHistory> history;
    private final List<DeclaredRevision> own;
    private final int module;
    private final List<DeclaredRevision> revisions;

    private CheckedGraph(Optional<DeclaredHistory> history, List<DeclaredRevision> own, Optional<Inclusion> included) {
        this.history = history;
        this.own = own;
        revisions = new ArrayList<>(own);
        included.ifPresent(inclusion -> revisions.addAll(inclusion.fromModule()));
        module = revisions.size();
        included.ifPresent(inclusion -> revisions.addAll(inclusion.fromOthers()));
    }

    /** A history that includes nothing. */
    static CheckedGraph of(List<DeclaredRevision> own) {
        return new CheckedGraph(Optional.empty(), own, Optional.empty());
    }

    /** A history with what it includes. */
    static CheckedGraph of(DeclaredHistory history, List<DeclaredRevision> own, Inclusion included) {
        return new CheckedGraph(Optional.of(history), own, Optional.of(included));
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
        return problem.places().stream().anyMatch(place -> place.node() >= module);
    }

    /** Whether it lies between two other histories of the module, which only meet in this one. */
    private boolean joinsHistories(GraphProblem problem) {
        return problem.places().stream()
                        .map(place -> revisions.get(place.node()).entry().history())
                        .distinct()
                        .count()
                > 1;
    }
}
