package dev.migrate.plan;

import dev.migrate.graph.AppliedRevisions;
import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionPath;
import dev.migrate.graph.RevisionStep;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.record.OperationRecorder;
import dev.migrate.record.RecordingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes plans. Every migration of a plan is recorded before the first of them runs, so that one that cannot be recorded
 * stops the run while nothing has happened yet.
 */
public final class Planner {

    private final IndexedHistory history;
    private final RevisionGraph graph;

    /**
     * A planner for a history.
     *
     * @param history its revisions and the way to their instances
     * @param graph the same revisions as a graph
     */
    public Planner(IndexedHistory history, RevisionGraph graph) {
        this.history = history;
        this.graph = graph;
    }

    /**
     * Plans an upgrade.
     *
     * @param rows the rows of the version table
     * @param to an identifier, see {@link dev.migrate.graph.RevisionExpression}
     * @param context what recordings depend on; its {@code before} is not used
     * @return the plan; without steps where the target is applied already
     * @throws MigrateException when the target or the rows make no sense, or a migration cannot be recorded
     */
    public Plan upgrade(Set<String> rows, String to, RecordingContext context) {
        return recorded(RevisionPath.upgrade(graph, rows, to), context);
    }

    /**
     * Plans a downgrade.
     *
     * @param rows the rows of the version table
     * @param to an identifier, see {@link dev.migrate.graph.RevisionExpression}
     * @param context what recordings depend on; its {@code before} is not used
     * @return the plan; without steps where nothing above the target is applied
     * @throws MigrateException {@code irreversible}, when a migration on the way cannot be undone; else as for
     *     {@link #upgrade}
     */
    public Plan downgrade(Set<String> rows, String to, RecordingContext context) {
        RevisionPath path = RevisionPath.downgrade(graph, rows, to);
        refuseIrreversible(path, to);
        return recorded(path, context);
    }

    /**
     * What brought a database to where it stands, as far as migrations did.
     *
     * @param path a way that begins there
     * @param context what recordings depend on; its {@code before} is not used
     * @return the operations of each applied revision's upgrade, by its id, ancestors first
     * @throws MigrateException when a migration cannot be recorded
     */
    public Map<String, List<Operation>> upgradesBefore(RevisionPath path, RecordingContext context) {
        HistoryFold fold = new HistoryFold(history, graph, path, context);
        Map<String, List<Operation>> upgrades = new LinkedHashMap<>();
        AppliedRevisions.of(graph, path.rowsBefore())
                .all()
                .forEach(revision -> upgrades.put(revision, fold.upgrade(revision)));
        return Collections.unmodifiableMap(upgrades);
    }

    private void refuseIrreversible(RevisionPath path, String to) {
        List<Problem> problems = new ArrayList<>();
        for (RevisionStep step : path.steps()) {
            RevisionEntry entry = entry(step);
            entry.irreversible()
                    .ifPresent(why -> problems.add(
                            Problem.of(ProblemCode.IRREVERSIBLE, "revision " + entry.id() + " cannot be undone: " + why)
                                    .at(entry.className())
                                    .next("nothing has been changed; choose a target above it instead of " + to
                                            + ", or restore a backup")));
        }
        if (!problems.isEmpty()) {
            throw new MigrateException(problems);
        }
    }

    private Plan recorded(RevisionPath path, RecordingContext context) {
        HistoryFold fold = new HistoryFold(history, graph, path, context);
        List<PlannedStep> steps = new ArrayList<>();
        for (RevisionStep step : path.steps()) {
            RecordingContext own = step.direction() == Direction.DOWN
                    ? context.withBefore(() -> fold.before(step.revision()))
                    : context;
            steps.add(new PlannedStep(
                    entry(step),
                    step,
                    OperationRecorder.recording(history.instantiate(step.revision()), step.direction(), own)));
        }
        return new Plan(path, steps);
    }

    private RevisionEntry entry(RevisionStep step) {
        return history.entry(step.revision()).orElseThrow();
    }
}
