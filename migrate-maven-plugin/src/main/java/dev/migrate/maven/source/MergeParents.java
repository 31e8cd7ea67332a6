package dev.migrate.maven.source;

import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;
import java.util.Set;

/** What can be joined: two or more revisions, none of which follows another. */
final class MergeParents {

    private MergeParents() {}

    static void require(RevisionNode merge, SourceHistory history) {
        List<String> parents = merge.downRevisions();
        if (parents.size() < 2) {
            throw new MigrateException(Problem.of(
                            ProblemCode.NOTHING_TO_MERGE,
                            parents.isEmpty()
                                    ? "nothing to merge: there is no revision"
                                    : "nothing to merge: \"" + parents.get(0) + "\" is the only revision to join")
                    .next("mvn migrate:heads lists what can be joined; name two or more with  -Dmigrate.revisions=…"));
        }
        RevisionGraph graph = history.graph();
        for (String parent : parents) {
            Set<String> line = Set.copyOf(graph.lineage(parent));
            for (String other : parents) {
                if (!other.equals(parent) && line.contains(other) && graph.isAncestor(other, parent)) {
                    throw new MigrateException(Problem.of(
                                    ProblemCode.OVERLAPPING_REVISIONS,
                                    "\"" + parent + "\" follows \"" + other + "\" already: there is nothing to join")
                            .next("leave \"" + other + "\" out of the merge"));
                }
            }
        }
    }
}
