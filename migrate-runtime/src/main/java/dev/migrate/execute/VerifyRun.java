package dev.migrate.execute;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.SchemaDifference;
import dev.migrate.execute.VerifyResult.Finding;
import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import dev.migrate.simulate.Restored;
import dev.migrate.simulate.Simulation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs a whole history on a scratch database: each revision up, down and up again, on what its ancestors make, with rows
 * in the tables. What is wrong with one revision does not hide the next: that begins in a new scratch.
 */
final class VerifyRun {

    private static final int MOST_DIFFERENCES = 10;

    private final ScratchMaker maker;
    private final IndexedHistory history;
    private final RevisionGraph graph;
    private final RunListener listener;
    private final List<RevisionNode> applied = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int verified;
    private ScratchHistory scratch;

    private VerifyRun(ScratchMaker maker, IndexedHistory history, RevisionGraph graph, RunListener listener)
            throws SQLException {
        this.maker = maker;
        this.history = history;
        this.graph = graph;
        this.listener = listener;
        scratch = maker.begin();
    }

    /**
     * @param target the real database: it is only looked at
     * @param desired what the history should make, where that is known
     */
    static VerifyResult run(
            Target target,
            IndexedHistory history,
            RevisionGraph graph,
            ScratchPlace place,
            Optional<DesiredState> desired,
            DiffPolicy policy)
            throws SQLException {
        ScratchMaker maker = ScratchMaker.beside(target, history, place);
        return new VerifyRun(maker, history, graph, target.config().listener()).run(desired, policy);
    }

    private VerifyResult run(Optional<DesiredState> desired, DiffPolicy policy) throws SQLException {
        try {
            scratch.removeLeftovers().told().forEach(told -> listener.on(new RunEvent.Warning(told)));
            for (RevisionNode revision : graph.revisions()) {
                verify(revision);
            }
            boolean compared = desired.isPresent() && compare(desired.get(), policy);
            return new VerifyResult(
                    scratch.dialect().describe(),
                    scratch.describe(),
                    graph.size(),
                    verified,
                    compared,
                    findings,
                    notes);
        } finally {
            end();
        }
    }

    private void end() {
        try {
            scratch.close();
        } catch (SQLException e) {
            listener.on(new RunEvent.Warning(maker.stays(scratch.describe(), e)));
        }
    }

    /** A new scratch, in which all that is applied is applied again. */
    private void renew() throws SQLException {
        scratch.close();
        scratch = maker.begin();
        applied.forEach(scratch::up);
    }

    private void verify(RevisionNode revision) throws SQLException {
        Set<String> needed = new HashSet<>(graph.ancestors(revision.id()));
        needed.retainAll(failed);
        if (!needed.isEmpty()) {
            failed.add(revision.id());
            notes.add("revision " + revision.id() + " was not tried: it needs " + String.join(", ", needed));
            return;
        }
        RevisionEntry entry = history.entry(revision.id()).orElseThrow();
        SchemaModel before = scratch.schema();
        Optional<StoredRows> rows = goesUp(revision, entry, before);
        if (rows.isEmpty()) {
            failed.add(revision.id());
            return;
        }
        applied.add(revision);
        SchemaModel after = scratch.schema();
        if (entry.irreversible().isPresent()) {
            notes.add("revision " + revision.id() + " is irreversible, and was not taken down: "
                    + entry.irreversible().get());
            verified++;
        } else if (isUndone(revision, entry, before, after, rows.get()) && isRepeated(revision, entry, after)) {
            verified++;
        } else {
            renew();
        }
        listener.on(new RunEvent.Progress("verified " + revision.id() + ", " + entry.message()));
    }

    /** The rows that were there when it went up; nothing, when it does not. */
    private Optional<StoredRows> goesUp(RevisionNode revision, RevisionEntry entry, SchemaModel before)
            throws SQLException {
        StoredRows filled = filled(before);
        try {
            scratch.up(revision);
            return Optional.of(filled);
        } catch (MigrateException withRows) {
            renew();
            StoredRows asMigrationsLeaveThem = rows(before);
            try {
                scratch.up(revision);
                notes.add("revision " + revision.id()
                        + " goes up on empty tables only; with a made-up row in each it does not: "
                        + withRows.problem().what());
                return Optional.of(asMigrationsLeaveThem);
            } catch (MigrateException e) {
                found(entry, Direction.UP, "it does not go up", e);
                renew();
                return Optional.empty();
            }
        }
    }

    private StoredRows filled(SchemaModel schema) throws SQLException {
        SampleRows.into(schema, scratch.looking(), scratch.dialect());
        return rows(schema);
    }

    private StoredRows rows(SchemaModel schema) throws SQLException {
        return StoredRows.of(schema, scratch.looking(), scratch.dialect());
    }

    private boolean isUndone(
            RevisionNode revision, RevisionEntry entry, SchemaModel before, SchemaModel after, StoredRows rows)
            throws SQLException {
        try {
            scratch.down(revision);
        } catch (MigrateException e) {
            found(entry, Direction.DOWN, "it does not go down", e);
            return false;
        }
        SchemaModel restored = scratch.schema();
        List<String> differences = differences(before, restored);
        if (!differences.isEmpty()) {
            boolean nothing = differences(after, restored).isEmpty();
            found(
                    entry,
                    Direction.DOWN,
                    Problem.of(
                            nothing ? ProblemCode.EMPTY_DOWNGRADE : ProblemCode.NOT_RESTORED,
                            nothing
                                    ? "the downgrade changes nothing of what the upgrade changed:\n"
                                            + shown(differences)
                                    : "the downgrade does not restore what the upgrade changed:\n"
                                            + shown(differences)));
            return false;
        }
        return keepsRows(revision, entry, before, after, rows);
    }

    private boolean keepsRows(
            RevisionNode revision, RevisionEntry entry, SchemaModel before, SchemaModel after, StoredRows rows)
            throws SQLException {
        StoredRows now = rows(before);
        List<String> lost = now.lost(rows);
        boolean dropped = before.tables().stream()
                .anyMatch(table -> after.findTable(table.name()).isEmpty());
        List<String> changed = now.changed(rows, before, after);
        if (!changed.isEmpty()) {
            notes.add("revision " + revision.id() + " leaves other values than there were, up and down, in "
                    + String.join(", ", changed));
        }
        if (!lost.isEmpty() && dropped) {
            notes.add("revision " + revision.id() + " drops tables, whose rows its downgrade cannot bring back:\n"
                    + shown(lost));
            return true;
        }
        if (!lost.isEmpty()) {
            found(
                    entry,
                    Direction.DOWN,
                    Problem.of(ProblemCode.ROWS_NOT_RESTORED, "up and down do not keep the rows:\n" + shown(lost)));
        }
        return lost.isEmpty();
    }

    private boolean isRepeated(RevisionNode revision, RevisionEntry entry, SchemaModel first) throws SQLException {
        try {
            scratch.up(revision);
        } catch (MigrateException e) {
            found(entry, Direction.UP, "after its downgrade it does not go up again", e);
            return false;
        }
        List<String> differences = differences(first, scratch.schema());
        if (!differences.isEmpty()) {
            found(
                    entry,
                    Direction.UP,
                    Problem.of(
                            ProblemCode.NOT_RESTORED,
                            "after its downgrade it makes another schema than the first time:\n" + shown(differences)));
        }
        return differences.isEmpty();
    }

    private List<String> differences(SchemaModel before, SchemaModel after) {
        return before.equals(after)
                ? List.of()
                : Restored.differences(comparable(before), comparable(after), table -> false);
    }

    private SchemaModel comparable(SchemaModel model) {
        return scratch.dialect().normalized(model).ignoringColumnOrder();
    }

    private static String shown(List<String> lines) {
        int more = lines.size() - MOST_DIFFERENCES;
        return lines.stream().limit(MOST_DIFFERENCES).collect(Collectors.joining("\n"))
                + (more > 0 ? "\nand " + more + " more" : "");
    }

    private void found(RevisionEntry entry, Direction direction, String what, MigrateException failure) {
        for (Problem problem : failure.problems()) {
            String at = Simulation.place(entry, direction)
                    + problem.where().map(statement -> "\n" + statement).orElse("");
            findings.add(new Finding(
                    entry.className(),
                    Problem.of(problem.code(), what + ": " + problem.what())
                            .at(at)
                            .next("correct it, then verify again")));
        }
    }

    private void found(RevisionEntry entry, Direction direction, Problem problem) {
        findings.add(new Finding(
                entry.className(),
                problem.at(Simulation.place(entry, direction))
                        .next("complete the downgrade, or mark the class @Irreversible(\"why\")")));
    }

    /** Whether it could be compared. */
    private boolean compare(DesiredState desired, DiffPolicy policy) throws SQLException {
        if (!failed.isEmpty()) {
            notes.add("the schema was not held against the model: not every revision could be applied");
            return false;
        }
        CompareResult found = ComparisonRun.migrated(
                scratch.dialect(), scratch.config(), scratch.sessionsForModels(), scratch.looking(), desired, policy);
        if (!found.diff().isEmpty()) {
            findings.add(new Finding(
                    "",
                    Problem.of(
                                    ProblemCode.MODEL_DIFFERS,
                                    "what the migrations make is not what the model says:\n"
                                            + shown(found.diff().differences().stream()
                                                    .map(SchemaDifference::toString)
                                                    .toList()))
                            .next("mvn migrate:revision -Dautogenerate -Dmessage=\"…\"")));
        }
        return true;
    }
}
