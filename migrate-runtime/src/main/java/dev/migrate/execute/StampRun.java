package dev.migrate.execute;

import dev.migrate.execute.HistoryTable.Event;
import dev.migrate.execute.Standing.HalfDone;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.Stamp;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import javax.sql.DataSource;

/** One stamp: it writes where the database stands, and closes steps that were left half done. */
final class StampRun {

    private final DataSource dataSource;
    private final MigratorConfig config;
    private final RevisionGraph graph;
    private final List<String> to;
    private final boolean purge;

    StampRun(DataSource dataSource, MigratorConfig config, RevisionGraph graph, List<String> to, boolean purge) {
        this.dataSource = dataSource;
        this.config = config;
        this.graph = graph;
        this.to = List.copyOf(to);
        this.purge = purge;
    }

    StampResult run() throws SQLException {
        try (Reached database = Reached.connect(dataSource, config)) {
            Standing seen = database.look();
            SortedSet<String> after = after(seen, database.info());
            if (after.equals(seen.rows()) && seen.halfDone().isEmpty()) {
                return new StampResult(database.info(), List.copyOf(seen.rows()), List.copyOf(after));
            }
            return database.underLock(seen, (session, standing) -> stamp(session, standing, database.info()));
        }
    }

    private SortedSet<String> after(Standing standing, DatabaseInfo database) {
        if (!purge) {
            Rows.requireSound(graph, standing.rows(), database);
        }
        return Stamp.stamp(graph, standing.rows(), to, purge);
    }

    private StampResult stamp(WorkSession session, Standing standing, DatabaseInfo database) throws SQLException {
        SortedSet<String> after = after(standing, database);
        RunKeys keys = new RunKeys(config.clock());
        for (HalfDone halfDone : standing.halfDone()) {
            session.history().abandon(halfDone.step());
            session.journal().fold(halfDone.step());
        }
        for (String row : standing.rows()) {
            if (!after.contains(row)) {
                session.version().delete(row);
                session.history().stamped(keys.next(), Event.UNSTAMP, node(row));
            }
        }
        for (String row : after) {
            if (!standing.rows().contains(row)) {
                session.version().insert(row);
                session.history().stamped(keys.next(), Event.STAMP, node(row));
            }
        }
        session.commit();
        return new StampResult(database, List.copyOf(standing.rows()), List.copyOf(after));
    }

    /** A row that the history does not know has a name and nothing else. */
    private RevisionNode node(String id) {
        return graph.revision(id).orElseGet(() -> new RevisionNode(id, List.of(), List.of(), List.of()));
    }
}
