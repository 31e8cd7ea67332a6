package dev.migrate.simulate;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import dev.migrate.operation.CanonicalForm;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.record.OperationRecorder;
import dev.migrate.record.RecordingContext;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records every migration of a history and applies it to the schema that its ancestors make: up, and down again. It finds
 * what does not fit together, and downgrades that do not restore what their upgrades changed. What raw SQL, scripts and
 * code do is unknown, never wrong.
 */
public final class Simulation {

    private static final int MOST_DIFFERENCES = 10;

    private final IndexedHistory history;
    private final RecordingContext context;
    private final Server server;
    private final SchemaRules rules;
    private final RowRules rows = new RowRules();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private int operations;

    private Simulation(IndexedHistory history, RecordingContext context, Server server) {
        this.history = requireNonNull(history, "history");
        this.context = requireNonNull(context, "context");
        this.server = requireNonNull(server, "server");
        this.rules = new SchemaRules(context.database(), server.refersToAnyIndex());
    }

    /**
     * Simulates a whole history.
     *
     * @param history its revisions and the way to their instances
     * @param graph the same revisions as a graph
     * @param context what recordings depend on; its {@code before} is not used
     * @param server what the database would make of it
     * @param others the other histories of the module, whose tables may be in the same database
     * @return what was found
     */
    public static Simulated of(
            IndexedHistory history,
            RevisionGraph graph,
            RecordingContext context,
            Server server,
            List<IndexedHistory> others) {
        Simulation simulation = new Simulation(history, context, server);
        Schemas schemas = new Schemas(graph, OtherHistories.hiding(others, context));
        for (RevisionNode node : graph.revisions()) {
            simulation.revision(node, schemas);
        }
        return new Simulated(
                graph.size(), simulation.operations, simulation.problems, simulation.unseen, simulation.recorded);
    }

    private void revision(RevisionNode node, Schemas schemas) {
        RevisionEntry entry = history.entry(node.id()).orElseThrow();
        SchemaModel before = schemas.before(
                node,
                (revision, ordinal, operation, state) -> applied(
                        operation,
                        state,
                        entry.className() + " joins lines; of the other line: revision " + revision + ", operation "
                                + ordinal + ": " + operation.describe()));
        Optional<List<Operation>> up = recorded(entry, Direction.UP, before);
        if (up.isEmpty()) {
            schemas.done(node, List.of(), before.forgotten("revision " + node.id() + " could not be recorded"));
            return;
        }
        SchemaModel after = follow(entry, Direction.UP, up.get(), before);
        schemas.done(node, up.get(), after);
        if (entry.irreversible().isEmpty()) {
            downgrade(node, entry, up.get(), before, after);
        }
    }

    private void downgrade(
            RevisionNode node, RevisionEntry entry, List<Operation> up, SchemaModel before, SchemaModel after) {
        Optional<List<Operation>> down = recorded(entry, Direction.DOWN, before);
        if (down.isEmpty()) {
            return;
        }
        if (down.get().isEmpty()) {
            boolean merge = node.downRevisions().size() > 1;
            if (!up.isEmpty() && !merge) {
                problems.add(Problem.of(
                                ProblemCode.EMPTY_DOWNGRADE,
                                "revision " + entry.id() + " does something on the way up and nothing on the way down")
                        .at(place(entry, Direction.DOWN))
                        .next("write what undoes it, or mark the class @Irreversible(\"why\")"));
                return;
            }
        }
        int found = problems.size();
        SchemaModel restored = follow(entry, Direction.DOWN, down.get(), after);
        if (problems.size() > found) {
            return; // what is wrong with the downgrade itself explains what it leaves behind
        }
        if (restored.equals(before)) {
            return; // as most do, and the normal form of a whole schema takes long
        }
        List<String> differences = Restored.differences(
                comparable(before),
                comparable(restored),
                table -> before.unknownBecause(table).isPresent()
                        || restored.unknownBecause(table).isPresent());
        if (!differences.isEmpty()) {
            int shown = Math.min(MOST_DIFFERENCES, differences.size());
            String rest = differences.size() > shown ? "\nand " + (differences.size() - shown) + " more" : "";
            problems.add(Problem.of(
                            ProblemCode.NOT_RESTORED,
                            "the downgrade does not restore what the upgrade changed:\n"
                                    + String.join("\n", differences.subList(0, shown)) + rest)
                    .at(place(entry, Direction.DOWN))
                    .next("complete the downgrade, or mark the class @Irreversible(\"why\")"));
        }
    }

    private SchemaModel comparable(SchemaModel model) {
        return server.normalized(model).ignoringColumnOrder();
    }

    private Optional<List<Operation>> recorded(RevisionEntry entry, Direction direction, SchemaModel before) {
        try {
            List<Operation> made = OperationRecorder.record(
                    history.instantiate(entry.id()), direction, context.withBefore(() -> before));
            operations += made.size();
            recorded.add(recorded(entry, direction, CanonicalForm.lines(made), Optional.empty()));
            return Optional.of(made);
        } catch (MigrateException e) {
            problems.addAll(e.problems());
            recorded.add(recorded(
                    entry, direction, List.of(), Optional.of(e.problem().what())));
            return Optional.empty();
        }
    }

    private static Recorded recorded(
            RevisionEntry entry, Direction direction, List<String> operations, Optional<String> failure) {
        return new Recorded(entry.id(), direction, place(entry, direction), operations, failure);
    }

    private SchemaModel follow(RevisionEntry entry, Direction direction, List<Operation> recorded, SchemaModel before) {
        SchemaModel state = before;
        for (int i = 0; i < recorded.size(); i++) {
            Operation operation = recorded.get(i);
            String place = place(entry, direction) + ", operation " + (i + 1) + ": " + operation.describe();
            int found = problems.size();
            SchemaModel next = applied(operation, state, place);
            if (problems.size() == found && hides(state, next)) {
                unseen.add(place);
            }
            state = next;
        }
        return state;
    }

    /** Whether less is known after an operation than before it. */
    private static boolean hides(SchemaModel before, SchemaModel after) {
        boolean all = after.incompleteBecause().isPresent()
                && !after.incompleteBecause().equals(before.incompleteBecause());
        return all || !before.unknownTables().containsAll(after.unknownTables());
    }

    /** The schema after an operation. What does not fit is reported once: nothing is known afterwards of what it is about. */
    private SchemaModel applied(Operation operation, SchemaModel before, String place) {
        SchemaModel after;
        try {
            render(operation, before);
            after = operation.applyTo(before);
        } catch (MigrateException e) {
            e.problems().forEach(problem -> problems.add(problem.at(place)));
            return withoutKnowledge(operation, before);
        }
        rows.broken(operation, before).forEach(problem -> problems.add(problem.at(place)));
        rules.broken(before, after).forEach(problem -> problems.add(problem.at(place)));
        return after;
    }

    /** What is rendered depends on what is known of the tables. A run leaves out what has nothing to do, and never renders it. */
    private void render(Operation operation, SchemaModel before) {
        if (operation instanceof IfNeeded maybe && maybe.wanted().isDoneIn(before)) {
            return;
        }
        boolean known = operation.tables().stream()
                .allMatch(table -> before.unknownBecause(table).isEmpty());
        if (known) {
            server.render(operation, before);
        }
    }

    private static SchemaModel withoutKnowledge(Operation operation, SchemaModel before) {
        String because = "\"" + operation.describe() + "\" does not fit";
        if (operation.tables().isEmpty()) {
            return before.forgotten(because);
        }
        SchemaModel after = before;
        for (TableName table : operation.tables()) {
            after = after.withUnknown(table, because);
        }
        return after;
    }

    /**
     * Where a direction of a migration is written.
     *
     * @param entry the migration
     * @param direction the direction
     * @return its class and method, with the source where the index has it
     */
    public static String place(RevisionEntry entry, Direction direction) {
        String file = entry.source()
                .map(source -> " (" + source.file() + ":" + source.line() + ")")
                .orElse("");
        return entry.className() + (direction == Direction.UP ? ".upgrade" : ".downgrade") + file;
    }
}
