package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.execute.RunResult.StepResult;
import dev.migrate.execute.SourceCheck.Changed;
import dev.migrate.execute.SourceCheck.Found;
import dev.migrate.execute.SourceCheck.Reformatted;
import dev.migrate.execute.Standing.HalfDone;
import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionPath;
import dev.migrate.graph.RevisionStep;
import dev.migrate.index.IndexedHistory;
import dev.migrate.plan.PlannedStep;
import dev.migrate.plan.Planner;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.record.RecordingContext;
import dev.migrate.schema.SchemaModel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** One upgrade or downgrade. */
final class MigrationRun {

    private final Target target;
    private final MigratorConfig config;
    private final IndexedHistory history;
    private final Revisions revisions;
    private final Direction direction;
    private final String to;
    private final long began;
    private final Set<String> warnedAbout = new HashSet<>();
    private Optional<RunResult> nothingToDo = Optional.empty();

    MigrationRun(Target target, IndexedHistory history, Revisions revisions, Direction direction, String to) {
        this.target = target;
        config = target.config();
        this.history = history;
        this.revisions = revisions;
        this.direction = direction;
        this.to = to;
        began = config.clock().millis();
    }

    RunResult run() throws SQLException {
        try (Reached database = Reached.connect(target)) {
            refuseImpossibleMode(database.dialect());
            SourceCheck check = new SourceCheck(history, graph(), database.recordingContext());
            return database.run(new Reached.Work<>() {
                private boolean waiting;

                /** A note is worth trying for the lock once, but no wait: asked again, another run holds it. */
                @Override
                public Optional<RunResult> unneeded(Standing standing) throws SQLException {
                    boolean toNote = !reformatted(standing, database.history()).isEmpty() && !waiting;
                    waiting = true;
                    return toNote ? Optional.empty() : nothingToDo;
                }

                @Override
                public RunResult run(WorkSession session, Standing standing) throws SQLException {
                    for (Reformatted source : reformatted(standing, session.history())) {
                        session.history().reformatted(source.step(), source.checksum());
                    }
                    session.commit();
                    nothingToDo = Optional.empty();
                    return MigrationRun.this.run(session, standing, database);
                }

                /** What only looks different. Afterwards it is known whether that is all there is to do. */
                private List<Reformatted> reformatted(Standing standing, HistoryTable table) throws SQLException {
                    nothingToDo = Optional.empty();
                    RevisionPath path = path(standing.rows(), database.info());
                    List<Reformatted> reformatted = judged(check, standing, table);
                    if (path.steps().isEmpty() && standing.halfDone().isEmpty()) {
                        nothingToDo =
                                Optional.of(result(database.info(), standing.rows(), path.rowsAfter(), List.of()));
                    }
                    return reformatted;
                }
            });
        } catch (MigrateException e) {
            // That a source only looks different is a note for the next run: whatever keeps it from being written must
            // not stop this one. An account that only looks, or another run just now, is nothing to tell.
            RunResult result = nothingToDo.orElseThrow(() -> e);
            if (!EnumSet.of(ProblemCode.MISSING_PRIVILEGE, ProblemCode.LOCK_HELD)
                    .contains(e.problem().code())) {
                config.listener().on(new RunEvent.Warning(notNoted(e.problem())));
            }
            return result;
        }
    }

    private static Problem notNoted(Problem cause) {
        return Problem.of(
                        cause.code(),
                        "there is nothing to do; that migrations look different and do the same as when they were applied"
                                + " could not be noted: " + cause.what())
                .next("nothing has to be done: they are compared again each time, until a run may write it down");
    }

    /** What of the applied migrations only looks different; what does something else stops the run, or is told. */
    private List<Reformatted> judged(SourceCheck check, Standing standing, HistoryTable table) throws SQLException {
        if (config.changed() == ChangedPolicy.IGNORE) {
            return List.of();
        }
        Found found = check.in(standing, table);
        if (config.changed() == ChangedPolicy.ERROR && !found.changed().isEmpty()) {
            throw new MigrateException(
                    found.changed().stream().map(Changed::problem).toList());
        }
        found.changed().stream()
                .filter(changed -> warnedAbout.add(changed.entry().id()))
                .forEach(changed -> config.listener().on(new RunEvent.Warning(changed.problem())));
        return found.reformatted();
    }

    private void refuseImpossibleMode(Dialect dialect) {
        if (config.transactionMode() == TransactionMode.ALL && dialect.ddlCommits()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNSUPPORTED,
                            "the whole run cannot be one transaction: " + dialect.name()
                                    + " commits each change of definitions by itself")
                    .at("migrate.transactionMode")
                    .next("leave it at per-migration: a run that stops goes on where it stopped"));
        }
    }

    private RevisionPath path(SortedSet<String> rows, DatabaseInfo database) {
        Rows.requireSound(graph(), rows, database);
        return direction == Direction.UP
                ? RevisionPath.upgrade(graph(), rows, to)
                : RevisionPath.downgrade(graph(), rows, to);
    }

    private RevisionGraph graph() {
        return revisions.graph();
    }

    private RunResult run(WorkSession session, Standing standing, Reached database) throws SQLException {
        RevisionPath path = path(standing.rows(), database.info());
        Optional<HalfDone> halfDone = halfDone(standing, path);
        List<PlannedStep> steps = plan(standing.rows(), halfDone, database.recordingContext());
        if (steps.isEmpty()) {
            return result(database.info(), standing.rows(), path.rowsAfter(), List.of());
        }
        session.history().closeCutOff();
        session.commit();
        config.listener()
                .on(new RunEvent.Planned(steps.stream().map(StepInfo::of).toList()));
        session.dialect()
                .leftOut(steps.stream()
                        .flatMap(step -> step.operations().stream())
                        .toList())
                .ifPresent(left -> config.listener().on(new RunEvent.Warning(left)));
        List<StepResult> done = new ArrayList<>();
        RunKeys keys = new RunKeys(config.clock());
        SchemaModel known = SchemaModel.incomplete(List.of(), "");
        for (PlannedStep step : steps) {
            StepInfo info = StepInfo.of(step);
            RunProblems problems = new RunProblems(
                    info,
                    session.dialect().name(),
                    session.dialect().ddlCommits(),
                    config.transactionMode() == TransactionMode.ALL,
                    to);
            boolean resumed = done.isEmpty() && halfDone.isPresent();
            Resumption from = resumed
                    ? new HalfDoneStep(session, config, halfDone.get(), step, problems).resumption()
                    : Resumption.FRESH;
            String key = resumed ? halfDone.get().step() : keys.next();
            config.listener().on(new RunEvent.StepStarted(info, done.size() + 1, steps.size(), resumed));
            StepRunner runner = new StepRunner(session, config, step, info, problems, key, from, known);
            StepResult result = runner.run();
            known = runner.model();
            done.add(result);
            config.listener().on(new RunEvent.StepFinished(info, result.millis(), result.statements()));
        }
        session.commit();
        return result(database.info(), standing.rows(), path.rowsAfter(), done);
    }

    private List<PlannedStep> plan(SortedSet<String> rows, Optional<HalfDone> halfDone, RecordingContext context) {
        Planner planner = new Planner(history, graph());
        if (direction == Direction.DOWN) {
            return planner.downgrade(rows, to, context).steps();
        }
        if (halfDone.isEmpty()) {
            return planner.upgrade(rows, to, context).steps();
        }
        var first = planner.upgrade(rows, halfDone.get().revision(), context);
        List<PlannedStep> steps = new ArrayList<>(first.steps());
        steps.addAll(planner.upgrade(first.path().rowsAfter(), to, context).steps());
        return steps;
    }

    /** The half-done step that this run goes on with. One that it would pass by stops the run. */
    private Optional<HalfDone> halfDone(Standing standing, RevisionPath path) {
        if (standing.halfDone().isEmpty()) {
            return Optional.empty();
        }
        HalfDone halfDone = standing.halfDone().get(0);
        boolean first = direction == Direction.UP
                ? isNext(halfDone, standing.rows(), path)
                : !path.steps().isEmpty() && path.steps().get(0).revision().equals(halfDone.revision());
        if (standing.halfDone().size() == 1 && halfDone.direction() == direction && first) {
            return Optional.of(halfDone);
        }
        throw passedBy(halfDone);
    }

    private boolean isNext(HalfDone halfDone, SortedSet<String> rows, RevisionPath path) {
        return path.steps().stream().map(RevisionStep::revision).anyMatch(halfDone.revision()::equals)
                && RevisionPath.upgrade(graph(), Set.copyOf(rows), halfDone.revision())
                                .steps()
                                .size()
                        == 1;
    }

    private MigrateException passedBy(HalfDone halfDone) {
        return new MigrateException(Problem.of(
                        ProblemCode.HALF_APPLIED,
                        "an earlier run left revision " + halfDone.revision() + " half "
                                + halfDone.participle() + ", and this " + word(direction) + " to " + to
                                + " would not finish that first")
                .at("revision " + halfDone.revision())
                .next(halfDone.advice()));
    }

    private static String word(Direction direction) {
        return direction == Direction.UP ? "upgrade" : "downgrade";
    }

    private RunResult result(DatabaseInfo database, Set<String> before, Set<String> after, List<StepResult> steps) {
        return new RunResult(
                database,
                List.copyOf(before),
                List.copyOf(after),
                steps,
                config.clock().millis() - began);
    }
}
