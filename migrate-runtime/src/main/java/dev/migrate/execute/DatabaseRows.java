package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.dialect.Dialects;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The version table of a database as it is, whether or not this build knows its rows. Reading it needs neither an index
 * nor any migration class.
 *
 * @param database the database
 * @param mark what the database says it is
 * @param rows the rows, sorted; none where there is no table
 */
public record DatabaseRows(DatabaseInfo database, EnvironmentMark mark, List<String> rows) {

    public DatabaseRows {
        requireNonNull(database, "database");
        requireNonNull(mark, "mark");
        rows = List.copyOf(rows);
    }

    /**
     * Reads the rows. Writes nothing, creates nothing and takes no lock.
     *
     * @param dataSource gives a connection
     * @param config names the version table; its index and classes are not looked at
     * @return the rows
     */
    public static DatabaseRows of(DataSource dataSource, MigratorConfig config) {
        return of(new Target(dataSource, Dialects::of, config));
    }

    static DatabaseRows of(Target target) {
        return Migrator.asking(() -> {
            try (Reached database = Reached.connect(target)) {
                Standing standing = database.look();
                return new DatabaseRows(database.info(), standing.mark(), List.copyOf(standing.rows()));
            }
        });
    }

    /**
     * The rows, where a history explains all of them.
     *
     * @param graph the history
     * @return the rows
     * @throws MigrateException {@code unknown-revision}, when it does not
     */
    public List<String> knownTo(RevisionGraph graph) {
        Rows.requireKnown(graph, rows, database);
        return rows;
    }

    /**
     * What to say about rows that a history does not explain.
     *
     * @param graph the history
     * @return empty when it explains all of them
     */
    public Optional<Problem> unknownTo(RevisionGraph graph) {
        return Rows.unknown(graph, rows, database);
    }
}
