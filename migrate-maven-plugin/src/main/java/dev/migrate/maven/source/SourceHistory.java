package dev.migrate.maven.source;

import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The revisions of a module as its sources declare them, whether or not they compile.
 *
 * @param revisions in the order of their files
 * @param unreadable annotations that only the compiler could evaluate, and files of which nothing could be made
 * @param warnings what was read all the same, although it is not sound
 */
public record SourceHistory(List<SourceRevision> revisions, List<Problem> unreadable, List<String> warnings) {

    public SourceHistory {
        revisions = List.copyOf(revisions);
        unreadable = List.copyOf(unreadable);
        warnings = List.copyOf(warnings);
    }

    /**
     * The revisions without their sources.
     *
     * @return in the order of their files
     */
    public List<RevisionNode> nodes() {
        return revisions.stream().map(SourceRevision::node).toList();
    }

    /**
     * The revision with an id.
     *
     * @param id a complete id
     * @return the first one that declares it
     */
    public Optional<SourceRevision> revision(String id) {
        return revisions.stream().filter(revision -> revision.id().equals(id)).findFirst();
    }
}
