package dev.migrate.execute;

import dev.migrate.execute.HistoryWrites.Event;
import dev.migrate.execute.Standing.HalfDone;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.Stamp;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** One stamp: it writes where the database stands, and closes steps that were left half done. */
final class StampRun {

    private final Target target;
    private final MigratorConfig config;
    private final RevisionGraph graph;
    private final List<String> to;
    private final boolean purge;

    StampRun(Target target, RevisionGraph graph, List<String> to, boolean purge) {
        this.target = target;
        config = target.config();
        this.graph = graph;
        this.to = List.copyOf(to);
        this.purge = purge;
    }

    StampResult run() throws SQLException {
        try (Reached database = Reached.connect(target)) {
            return database.run(new Reached.Work<>() {
                @Override
                public Optional<StampResult> unneeded(Standing standing) {
                    SortedSet<String> after = after(standing, database.info());
                    return after.equals(standing.rows()) && standing.halfDone().isEmpty()
                            ? Optional.of(result(database.info(), standing, after))
                            : Optional.empty();
                }

                @Override
                public StampResult run(WorkSession session, Standing standing) throws SQLException {
                    return stamp(session, standing, database.info());
                }
            });
        }
    }

    private static StampResult result(DatabaseInfo database, Standing before, SortedSet<String> after) {
        return new StampResult(database, List.copyOf(before.rows()), List.copyOf(after));
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
        return result(database, standing, after);
    }

    /** A row that the history does not know has a name and nothing else. */
    private RevisionNode node(String id) {
        return graph.revision(id).orElseGet(() -> new RevisionNode(id, List.of(), List.of(), List.of()));
    }
}
