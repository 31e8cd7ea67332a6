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
        List<String> known = rows.stream().filter(row -> !unknown.contains(row)).toList();
        String truth = known.isEmpty() ? "<revision>" : String.join(",", known);
        return Optional.of(Problem.of(
                        ProblemCode.UNKNOWN_REVISION,
                        "the version table holds " + quoted(unknown) + ", but no migration of this build declares "
                                + (unknown.size() == 1 ? "that id" : "these ids"))
                .at(place(database))
                .next("build the version of the project that was run against this database, or restore its class;\n"
                        + "where the row is wrong, write what is true: mvn migrate:stamp -Dto=" + truth
                        + " -Dmigrate.purge=true"));
    }

    /** Refuses a row that another row implies, too. */
    static void requireSound(RevisionGraph graph, SortedSet<String> rows, DatabaseInfo database) {
        requireKnown(graph, rows, database);
        damage(graph, rows, database).ifPresent(problem -> {
            throw new MigrateException(problem);
        });
    }

    /** What is wrong with known rows of which some imply others. */
    static Optional<Problem> damage(RevisionGraph graph, Collection<String> rows, DatabaseInfo database) {
        AppliedRevisions applied = AppliedRevisions.of(graph, rows);
        Set<String> maximal = Set.copyOf(applied.maximal());
        List<String> implied =
                rows.stream().filter(row -> !maximal.contains(row)).toList();
        if (implied.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                        ProblemCode.DAMAGED_VERSION_TABLE,
                        "the version table holds " + quoted(List.copyOf(rows)) + ", but " + quoted(implied)
                                + (implied.size() == 1 ? " is an ancestor" : " are ancestors") + " of another row")
                .at(place(database))
                .next("find out who wrote it; to keep " + quoted(applied.maximal()) + " only: mvn migrate:repair"));
    }

    private static String place(DatabaseInfo database) {
        return "table " + database.schema() + "." + database.versionTable();
    }

    private static String quoted(List<String> rows) {
        return "\"" + String.join("\", \"", rows) + "\"";
    }
}
