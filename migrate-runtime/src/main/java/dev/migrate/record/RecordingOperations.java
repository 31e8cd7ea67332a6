package dev.migrate.record;

import static java.util.Objects.requireNonNull;

import dev.migrate.Added;
import dev.migrate.BackfillSpec;
import dev.migrate.Changed;
import dev.migrate.CheckSpec;
import dev.migrate.Code;
import dev.migrate.ColumnChange;
import dev.migrate.ColumnSpec;
import dev.migrate.ConstraintKind;
import dev.migrate.Database;
import dev.migrate.DatabaseView;
import dev.migrate.DeleteSpec;
import dev.migrate.Dropped;
import dev.migrate.ExcludeSpec;
import dev.migrate.Executed;
import dev.migrate.ForeignKeySpec;
import dev.migrate.IndexSpec;
import dev.migrate.InsertSpec;
import dev.migrate.NewColumn;
import dev.migrate.Operations;
import dev.migrate.PrimaryKeySpec;
import dev.migrate.TableChange;
import dev.migrate.TableOptionsSpec;
import dev.migrate.TableSpec;
import dev.migrate.UniqueSpec;
import dev.migrate.UpdateSpec;
import dev.migrate.graph.Direction;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Decide;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Inversion;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import dev.migrate.script.ScriptSyntax;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down what a migration asks for. One of them serves one call of one method of one migration. */
final class RecordingOperations extends RecordingObjects implements Operations {

    private final RecordingContext context;
    private final AskedValues values;
    private final Direction direction;
    private final Class<?> migration;
    private final Naming naming;
    private final List<Supplier<? extends Operation>> recorded = new ArrayList<>();
    private boolean finished;

    /**
     * Nothing is recorded yet.
     *
     * @param values notes the values that are asked for
     * @param migration the class whose class loader finds scripts
     */
    RecordingOperations(RecordingContext context, AskedValues values, Direction direction, Class<?> migration) {
        this.context = context;
        this.values = values;
        this.direction = direction;
        this.migration = migration;
        this.naming = new Naming(context.identifierLimit(), context.exactNames());
    }

    /** All that was recorded. From here on every call is refused. */
    List<Operation> finish() {
        finished = true;
        List<Operation> operations = new ArrayList<>();
        recorded.forEach(operation -> operations.add(operation.get()));
        return List.copyOf(operations);
    }

    @Override
    void add(Operation operation) {
        add(() -> operation);
    }

    @Override
    Naming naming() {
        return naming;
    }

    @Override
    ScriptSyntax syntax() {
        return context.syntax();
    }

    private void add(Supplier<? extends Operation> operation) {
        if (finished) {
            throw Checked.bad(
                    "op was used after the migration's method had returned",
                    "call op only inside upgrade and downgrade, on the same thread; code that runs later belongs into"
                            + " op.run");
        }
        recorded.add(operation);
    }

    /** One change of a table, said directly; what needs several operations goes into one {@code ALTER TABLE}. */
    private RecordedExistence change(String table, Consumer<RecordedTableChange> change) {
        RecordedTableChange recordedChange = new RecordedTableChange(naming.table(table), naming);
        change.accept(recordedChange);
        add(recordedChange::alone);
        return recordedChange.existence();
    }

    @Override
    RecordedExistence addOpen(Operation operation) {
        RecordedExistence existence = new RecordedExistence();
        add(() -> existence.of(operation));
        return existence;
    }

    /** What others record that belongs together. */
    private List<Operation> recordedBy(Consumer<Operations> operations) {
        RecordingOperations inner = new RecordingOperations(context, values, direction, migration);
        operations.accept(inner);
        return inner.finish();
    }

    @Override
    public void createTable(String table, Consumer<TableSpec> definition) {
        RecordedTable recordedTable = new RecordedTable(naming.table(table), naming);
        definition.accept(recordedTable);
        RecordedExistence existence = addOpen(new CreateTable(recordedTable.table()));
        if (recordedTable.isIfNotExists()) {
            existence.ifNotExists();
        }
    }

    @Override
    public Dropped dropTable(String table) {
        return addOpen(new DropTable(naming.table(table)));
    }

    @Override
    public Changed renameTable(String table, String newName) {
        return addOpen(new RenameTable(naming.table(table), naming.newName("table", newName)));
    }

    @Override
    public void alterTable(String table, Consumer<TableChange> changes) {
        RecordedTableChange recordedChange = new RecordedTableChange(naming.table(table), naming);
        changes.accept(recordedChange);
        recordedChange.operations().forEach(this::add);
    }

    @Override
    public Changed tableComment(String table, String text) {
        return change(table, t -> t.comment(text));
    }

    @Override
    public Changed dropTableComment(String table) {
        return change(table, TableChange::dropComment);
    }

    @Override
    public Changed tableOptions(String table, Consumer<TableOptionsSpec> options) {
        return change(table, t -> t.options(options));
    }

    @Override
    public Added addColumn(String table, Function<NewColumn, ColumnSpec> column) {
        return change(table, t -> t.addColumn(column));
    }

    @Override
    public Dropped dropColumn(String table, String column) {
        return change(table, t -> t.dropColumn(column));
    }

    @Override
    public Changed renameColumn(String table, String column, String newName) {
        return change(table, t -> t.renameColumn(column, newName));
    }

    @Override
    public Changed alterColumn(String table, String column, Consumer<ColumnChange> change) {
        return change(table, t -> t.alterColumn(column, change));
    }

    @Override
    public void createIndex(String table, Consumer<IndexSpec> index) {
        change(table, t -> t.addIndex(index));
    }

    @Override
    public Dropped dropIndex(String table, String name) {
        return change(table, t -> t.dropIndex(name));
    }

    @Override
    public Dropped dropIndexConcurrently(String table, String name) {
        return change(table, t -> t.dropIndexConcurrently(name));
    }

    @Override
    public Changed renameIndex(String table, String name, String newName) {
        return change(table, t -> t.renameIndex(name, newName));
    }

    @Override
    public Added addPrimaryKey(String table, String column, String... more) {
        return change(table, t -> t.addPrimaryKey(column, more));
    }

    @Override
    public Added addPrimaryKey(String table, Consumer<PrimaryKeySpec> key) {
        return change(table, t -> t.addPrimaryKey(key));
    }

    @Override
    public Added addUnique(String table, String column, String... more) {
        return change(table, t -> t.addUnique(column, more));
    }

    @Override
    public Added addForeignKey(String table, Consumer<ForeignKeySpec> key) {
        return change(table, t -> t.addForeignKey(key));
    }

    @Override
    public Added addCheck(String table, String name, String condition) {
        return change(table, t -> t.addCheck(name, condition));
    }

    @Override
    public Added addUnique(String table, Consumer<UniqueSpec> unique) {
        return change(table, t -> t.addUnique(unique));
    }

    @Override
    public Added addCheck(String table, String name, String condition, Consumer<CheckSpec> check) {
        return change(table, t -> t.addCheck(name, condition, check));
    }

    @Override
    public Added addExclude(String table, Consumer<ExcludeSpec> constraint) {
        return change(table, t -> t.addExclude(constraint));
    }

    @Override
    public Changed validateConstraint(String table, String name) {
        return change(table, t -> t.validateConstraint(name));
    }

    @Override
    public Dropped dropConstraint(String table, String name) {
        return change(table, t -> t.dropConstraint(name));
    }

    @Override
    public Dropped dropConstraint(String table, String name, ConstraintKind kind) {
        return change(table, t -> t.dropConstraint(name, kind));
    }

    @Override
    public Dropped dropPrimaryKey(String table) {
        return change(table, TableChange::dropPrimaryKey);
    }

    @Override
    public Changed renameConstraint(String table, String name, String newName) {
        return change(table, t -> t.renameConstraint(name, newName));
    }

    @Override
    public Changed renameConstraint(String table, String name, String newName, ConstraintKind kind) {
        return change(table, t -> t.renameConstraint(name, newName, kind));
    }

    @Override
    public void insert(String table, Consumer<InsertSpec> rows) {
        RecordedRows.Insert insert = new RecordedRows.Insert(naming);
        rows.accept(insert);
        add(insert.operation(naming.table(table)));
    }

    @Override
    public void update(String table, Consumer<UpdateSpec> update) {
        RecordedRows.Update recordedUpdate = new RecordedRows.Update(naming, context.syntax());
        update.accept(recordedUpdate);
        add(recordedUpdate.operation(naming.table(table)));
    }

    @Override
    public void delete(String table, Consumer<DeleteSpec> delete) {
        RecordedRows.Delete recordedDelete = new RecordedRows.Delete();
        delete.accept(recordedDelete);
        add(recordedDelete.operation(naming.table(table)));
    }

    @Override
    public void backfill(String table, Consumer<BackfillSpec> backfill) {
        RecordedBackfill recordedBackfill = new RecordedBackfill(naming, context.syntax());
        backfill.accept(recordedBackfill);
        add(recordedBackfill.operation(naming.table(table)));
    }

    @Override
    public Executed execute(String sql, @Nullable Object... arguments) {
        Checked.text("statement", sql);
        List<@Nullable Object> values = Values.all(arguments);
        Checked.oneStatement(sql, values.size(), context.syntax());
        RecordedExecution execution = new RecordedExecution(assurance -> new ExecuteSql(sql, values, assurance));
        add(execution::operation);
        return execution;
    }

    @Override
    public Executed script(String path) {
        ScriptOnClassPath script = ScriptOnClassPath.of(migration, requireNonNull(path, "path"));
        String digest = script.digest();
        RecordedExecution execution = new RecordedExecution(assurance -> script.operation(digest, assurance));
        add(execution::operation);
        return execution;
    }

    @Override
    public Executed run(String name, int version, Code code) {
        Checked.text("name of the code", name);
        requireNonNull(code, "code");
        RunCode.Task task = session -> code.run(new CodeContext(session, this, context.database()));
        RecordedExecution execution = new RecordedExecution(assurance -> new RunCode(name, version, assurance, task));
        add(execution::operation);
        return execution;
    }

    @Override
    public void verify(String what, String query, Object expected, @Nullable Object... arguments) {
        Object value = requireNonNull(Values.of(requireNonNull(expected, "expected")));
        List<@Nullable Object> asked = Values.all(arguments);
        Checked.text("query", query);
        if (!asked.isEmpty()) {
            Checked.questionMarks("question", query, asked.size(), context.syntax());
        }
        add(new VerifyAnswer(Checked.text("sentence to verify", what), query, value, asked));
    }

    @Override
    public void onlyOn(Database database, Consumer<Operations> operations) {
        onlyOn(EnumSet.of(database), operations);
    }

    @Override
    public void onlyOn(Database database, Database other, Consumer<Operations> operations) {
        onlyOn(EnumSet.of(database, other), operations);
    }

    @Override
    public void onlyOn(Database database, Database second, Database third, Consumer<Operations> operations) {
        onlyOn(EnumSet.of(database, second, third), operations);
    }

    private void onlyOn(Set<Database> databases, Consumer<Operations> operations) {
        if (databases.contains(context.database())) {
            operations.accept(this);
        }
    }

    @Override
    public void decide(String why, BiConsumer<DatabaseView, Operations> decision) {
        Checked.text("reason to decide", why);
        requireNonNull(decision, "decision");
        Database database = context.database();
        add(new Decide(why, view -> recordedBy(o -> decision.accept(new LookedAt(view, database, naming), o))));
    }

    @Override
    public void atomically(Consumer<Operations> operations) {
        List<Operation> group = recordedBy(operations);
        add(Checked.value("op.atomically", () -> new Atomically(group)));
    }

    @Override
    public void outsideTransaction(Consumer<Operations> operations) {
        recordedBy(operations)
                .forEach(operation ->
                        add(Checked.value("op.outsideTransaction", () -> new OutsideTransaction(operation))));
    }

    @Override
    public void inverseOf(Consumer<Operations> operations) {
        RecordingOperations forward = new RecordingOperations(context, values, Direction.UP, migration);
        operations.accept(forward);
        SchemaModel before = direction == Direction.DOWN
                ? context.before().get()
                : SchemaModel.empty().forgotten("the state before is looked up for a downgrade only");
        Inversion.required(forward.finish(), before).forEach(this::add);
    }

    @Override
    public String x(String key) {
        return values.value(key)
                .orElseThrow(() -> new MigrateException(Problem.of(
                                ProblemCode.MISSING_X,
                                "the migration needs the value \"" + key + "\", which was not given")
                        .next("give it: -Dmigrate.x." + key + "=…")));
    }

    @Override
    public String x(String key, String otherwise) {
        return values.value(key).orElse(otherwise);
    }
}
