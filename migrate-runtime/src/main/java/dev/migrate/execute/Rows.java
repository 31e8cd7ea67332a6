package dev.migrate.execute;

import dev.migrate.graph.AppliedRevisions;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Refuses rows of a version table that the history does not explain. */
final class Rows {

    private Rows() {}

    /** Refuses a row that no migration declares. */
    static void requireKnown(RevisionGraph graph, Collection<String> rows, DatabaseInfo database) {
        unknown(graph, rows, database).ifPresent(problem -> {
            throw new MigrateException(problem);
        });
    }

    /** What to say about rows that no migration declares. */
    static Optional<Problem> unknown(RevisionGraph graph, Collection<String> rows, DatabaseInfo database) {
        List<String> unknown =
                rows.stream().filter(row -> graph.revision(row).isEmpty()).toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                        ProblemCode.UNKNOWN_REVISION,
                        "the version table holds " + quoted(unknown) + ", but no migration of this build declares "
                                + (unknown.size() == 1 ? "that id" : "these ids"))
                .at(place(database))
                .next("build the version of the project that was run against this database, or restore its class;\n"
                        + "where the row is wrong, write what is true: mvn migrate:stamp -Dto=<revision>"
                        + " -Dmigrate.purge=true"));
    }

    /** Refuses a row that another row implies, too. */
    static void requireSound(RevisionGraph graph, SortedSet<String> rows, DatabaseInfo database) {
        requireKnown(graph, rows, database);
        AppliedRevisions applied = AppliedRevisions.of(graph, rows);
        if (!applied.isSound()) {
            Set<String> maximal = Set.copyOf(applied.maximal());
            List<String> implied =
                    rows.stream().filter(row -> !maximal.contains(row)).toList();
            throw new MigrateException(Problem.of(
                            ProblemCode.DAMAGED_VERSION_TABLE,
                            "the version table holds " + quoted(List.copyOf(rows)) + ", but " + quoted(implied)
                                    + (implied.size() == 1 ? " is an ancestor" : " are ancestors")
                                    + " of another row")
                    .at(place(database))
                    .next("find out who wrote it; to keep the newest only: mvn migrate:stamp -Dto="
                            + String.join(",", applied.maximal()) + " -Dmigrate.purge=true"));
        }
    }

    private static String place(DatabaseInfo database) {
        return "table " + database.schema() + "." + database.versionTable();
    }

    private static String quoted(List<String> rows) {
        return "\"" + String.join("\", \"", rows) + "\"";
    }
}
