package dev.migrate.execute;

import dev.migrate.execute.HistoryWrites.Event;
import dev.migrate.execute.HistoryWrites.Subject;
import dev.migrate.execute.RepairResult.Accepted;
import dev.migrate.execute.SourceCheck.Changed;
import dev.migrate.execute.SourceCheck.Found;
import dev.migrate.execute.SourceCheck.Reformatted;
import dev.migrate.execute.Standing.HalfDone;
import dev.migrate.graph.AppliedRevisions;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.index.IndexedHistory;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * One repair: of a version table whose rows imply each other, and of migrations that were changed after they were applied.
 * A second one finds nothing to do.
 */
final class RepairRun implements Reached.Work<RepairResult> {

    private final Reached database;
    private final MigratorConfig config;
    private final RevisionGraph graph;
    private final SourceCheck check;

    private RepairRun(Reached database, MigratorConfig config, IndexedHistory history, RevisionGraph graph) {
        this.database = database;
        this.config = config;
        this.graph = graph;
        check = new SourceCheck(history, graph, database.recordingContext());
    }

    static RepairResult run(Target target, IndexedHistory history, RevisionGraph graph) throws SQLException {
        try (Reached database = Reached.connect(target)) {
            return database.run(new RepairRun(database, target.config(), history, graph));
        }
    }

    @Override
    public Optional<RepairResult> unneeded(Standing standing) throws SQLException {
        Found found = found(standing, database.history());
        List<String> keep = keep(standing);
        return keep.size() == standing.rows().size() && found.equals(Found.NOTHING)
                ? Optional.of(result(standing, keep, found))
                : Optional.empty();
    }

    @Override
    public RepairResult run(WorkSession session, Standing standing) throws SQLException {
        Found found = found(standing, session.history());
        List<String> keep = keep(standing);
        RunKeys keys = new RunKeys(config.clock());
        for (String row : standing.rows()) {
            if (!keep.contains(row)) {
                session.version().delete(row);
                session.history()
                        .stamped(keys.next(), Event.UNSTAMP, graph.revision(row).orElseThrow());
            }
        }
        for (Changed changed : found.changed()) {
            session.history()
                    .accepted(
                            keys.next(),
                            new Subject(changed.entry().node(), changed.entry().checksum(), changed.now()));
        }
        for (Reformatted reformatted : found.reformatted()) {
            session.history().reformatted(reformatted.step(), reformatted.checksum());
        }
        session.commit();
        return result(standing, keep, found);
    }

    private Found found(Standing standing, HistoryTable table) throws SQLException {
        refuseHalfDone(standing);
        Rows.requireKnown(graph, standing.rows(), database.info());
        return check.in(standing, table);
    }

    private List<String> keep(Standing standing) {
        return AppliedRevisions.of(graph, standing.rows()).maximal().stream()
                .sorted()
                .toList();
    }

    private RepairResult result(Standing standing, List<String> keep, Found found) {
        return new RepairResult(
                database.info(),
                List.copyOf(standing.rows()),
                keep,
                found.changed().stream()
                        .map(changed -> new Accepted(changed.entry().id(), changed.place(), changed.applied()))
                        .toList());
    }

    /** What a half-done step will have done is not known yet, so that nothing can be said about rows or operations. */
    private static void refuseHalfDone(Standing standing) {
        for (HalfDone halfDone : standing.halfDone()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.HALF_APPLIED,
                            "an earlier run left revision " + halfDone.revision() + " half " + halfDone.participle()
                                    + ": it has to be finished before anything is repaired")
                    .at("revision " + halfDone.revision())
                    .next(halfDone.advice()));
        }
    }
}
