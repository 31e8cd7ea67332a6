package dev.migrate.maven;

import dev.migrate.execute.RevisionInfo;
import dev.migrate.execute.Revisions;
import dev.migrate.graph.RevisionNode;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.maven.source.SourceRevision;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Makes a history that can be listed of what the sources declare. */
final class ListedRevisions {

    private ListedRevisions() {}

    /**
     * The revisions of parsed sources.
     *
     * @param history what was read
     * @param shown how a file is named
     * @throws MigrateException {@code no-migrations}, when there are none, and whatever is wrong with the graph
     */
    static Revisions of(SourceHistory history, Function<Path, String> shown) {
        if (history.revisions().isEmpty() && history.unreadable().isEmpty()) {
            throw new MigrateException(Problem.of(ProblemCode.NO_MIGRATIONS, "the sources hold no @Revision")
                    .next("begin with: mvn migrate:init, then mvn migrate:revision -Dmessage=\"…\""));
        }
        List<RevisionInfo> infos = new ArrayList<>();
        for (SourceRevision revision : history.revisions()) {
            infos.add(new RevisionInfo(
                    revision.node(), revision.message(), shown.apply(revision.file()) + ":" + revision.line()));
        }
        if (!history.unreadable().isEmpty()) {
            infos.addAll(standIns(history));
        }
        return Revisions.of(infos);
    }

    /** What others follow although it could not be read: a list with a gap is better than none. */
    private static List<RevisionInfo> standIns(SourceHistory history) {
        Set<String> missing = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (RevisionNode node : history.nodes()) {
            missing.addAll(node.downRevisions());
            missing.addAll(node.dependsOn());
            known.add(node.id());
            known.addAll(node.branchLabels());
        }
        missing.removeAll(known);
        return missing.stream()
                .map(id -> new RevisionInfo(
                        new RevisionNode(id, List.of(), List.of(), List.of()), "(could not be read)", "?"))
                .toList();
    }
}
