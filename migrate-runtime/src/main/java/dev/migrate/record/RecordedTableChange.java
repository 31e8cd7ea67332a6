package dev.migrate.record;

import static java.util.Objects.requireNonNull;

import dev.migrate.Algorithm;
import dev.migrate.CheckSpec;
import dev.migrate.ColumnChange;
import dev.migrate.ColumnSpec;
import dev.migrate.ConstraintKind;
import dev.migrate.ExcludeSpec;
import dev.migrate.ForeignKeySpec;
import dev.migrate.IndexSpec;
import dev.migrate.NewColumn;
import dev.migrate.PrimaryKeySpec;
import dev.migrate.TableChange;
import dev.migrate.TableLock;
import dev.migrate.TableOptionsSpec;
import dev.migrate.UniqueSpec;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Existence;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers changes of one table: those of an {@code alterTable}, and, one at a time, those said directly. */
final class RecordedTableChange implements TableChange {

    /** What one call said; a column comes with the constraints that were said beside it. */
    private record Said(List<TableOperation> parts, RecordedExistence existence) {}

    private final TableName table;
    private final Naming naming;
    private final List<Said> changes = new ArrayList<>();
    private Optional<AlterTable.Algorithm> algorithm = Optional.empty();
    private Optional<AlterTable.Lock> lock = Optional.empty();
    private boolean ifExists;

    RecordedTableChange(TableName table, Naming naming) {
        this.table = table;
        this.naming = naming;
    }

    /** The one change that was said directly. */
    Operation alone() {
        return existence().of(alone(changes.get(0).parts()));
    }

    /** Whether it may be left out. */
    RecordedExistence existence() {
        return changes.get(0).existence();
    }

    /** A single change by itself, unless it is said how to make it. */
    private TableOperation alone(List<TableOperation> parts) {
        return parts.size() == 1 && algorithm.isEmpty() && lock.isEmpty() ? parts.get(0) : together(parts);
    }

    private AlterTable together(List<TableOperation> parts) {
        return new AlterTable(table, parts, algorithm, lock);
    }

    /** What was said within {@code alterTable}: what may be left out stands between changes that are made at once. */
    List<Operation> operations() {
        if (changes.isEmpty()) {
            throw Checked.bad(
                    "alterTable(\"" + table + "\") changes nothing", "say what changes, or leave the call out");
        }
        List<Operation> operations = new ArrayList<>();
        List<TableOperation> atOnce = new ArrayList<>();
        for (Said change : changes) {
            if (change.existence().isIfNeeded()) {
                addTogether(operations, atOnce);
                operations.add(maybe(change));
            } else {
                atOnce.addAll(change.parts());
            }
        }
        addTogether(operations, atOnce);
        return operations;
    }

    private void addTogether(List<Operation> operations, List<TableOperation> atOnce) {
        if (!atOnce.isEmpty()) {
            AlterTable alter = together(atOnce);
            operations.add(ifExists ? new IfNeeded(alter, true) : alter);
            atOnce.clear();
        }
    }

    /** Where there is no table there is nothing of it to take away or change either. */
    private Operation maybe(Said change) {
        Operation operation = change.existence().of(alone(change.parts()));
        if (ifExists && operation.lookedFor().filter(Existence::made).isPresent()) {
            throw Checked.bad(
                    "alterTable(\"" + table + "\") says ifExists(), and \"" + operation.describe()
                            + "\" within it would have to look for two things",
                    "say one of them, or find out with op.decide: db.hasTable, db.hasColumn");
        }
        return operation;
    }

    private RecordedExistence said(TableOperation change) {
        return said(List.of(change));
    }

    private RecordedExistence said(List<TableOperation> parts) {
        RecordedExistence existence = new RecordedExistence();
        changes.add(new Said(parts, existence));
        return existence;
    }

    private RecordedExistence said(Constraint constraint) {
        return said(new AddConstraint(table, constraint));
    }

    @Override
    public RecordedExistence addColumn(Function<NewColumn, ColumnSpec> column) {
        OneColumn starter = new OneColumn(table, naming);
        RecordedColumn recorded = starter.returned(column.apply(starter));
        List<TableOperation> parts = new ArrayList<>();
        parts.add(recorded.operation());
        for (Constraint constraint : recorded.constraints()) {
            parts.add(new AddConstraint(table, constraint));
        }
        return said(parts);
    }

    @Override
    public RecordedExistence dropColumn(String column) {
        return said(new DropColumn(table, naming.name("column", column)));
    }

    @Override
    public RecordedExistence renameColumn(String column, String newName) {
        return said(new RenameColumn(table, naming.name("column", column), naming.name("column", newName)));
    }

    @Override
    public RecordedExistence alterColumn(String column, Consumer<ColumnChange> change) {
        RecordedColumnChange recorded = new RecordedColumnChange(table, column, naming);
        change.accept(recorded);
        return said(recorded.operation());
    }

    @Override
    public void addIndex(Consumer<IndexSpec> index) {
        RecordedIndex recorded = new RecordedIndex(naming);
        index.accept(recorded);
        RecordedExistence existence = said(recorded.operation(table));
        if (recorded.isIfNotExists()) {
            existence.ifNotExists();
        }
        recorded.algorithm().ifPresent(this::algorithm);
        recorded.lock().ifPresent(this::lock);
    }

    @Override
    public RecordedExistence dropIndex(String name) {
        return said(new DropIndex(table, naming.name("index", name), false));
    }

    /** For the call of its own only: in one statement with other changes it cannot be made so. */
    RecordedExistence dropIndexConcurrently(String name) {
        return said(new DropIndex(table, naming.name("index", name), true));
    }

    @Override
    public RecordedExistence renameIndex(String name, String newName) {
        return said(new RenameIndex(table, naming.name("index", name), naming.name("index", newName)));
    }

    @Override
    public RecordedExistence addPrimaryKey(String column, String... more) {
        return addPrimaryKey(key -> key.columns(column, more));
    }

    @Override
    public RecordedExistence addPrimaryKey(Consumer<PrimaryKeySpec> key) {
        RecordedPrimaryKey recorded = new RecordedPrimaryKey(naming);
        key.accept(recorded);
        return said(recorded.key(table));
    }

    @Override
    public RecordedExistence addUnique(String column, String... more) {
        return addUnique(unique -> unique.columns(column, more));
    }

    @Override
    public RecordedExistence addUnique(Consumer<UniqueSpec> unique) {
        RecordedUnique recorded = new RecordedUnique(naming);
        unique.accept(recorded);
        return said(recorded.constraint(table));
    }

    @Override
    public RecordedExistence addForeignKey(Consumer<ForeignKeySpec> key) {
        RecordedForeignKey recorded = new RecordedForeignKey(naming);
        key.accept(recorded);
        return said(recorded.key(table));
    }

    @Override
    public RecordedExistence addCheck(String name, String condition) {
        return addCheck(name, condition, RecordedCheck.PLAIN);
    }

    @Override
    public RecordedExistence addCheck(String name, String condition, Consumer<CheckSpec> check) {
        RecordedCheck recorded = new RecordedCheck(naming, naming.check(table, Checked.name("check", name)), condition);
        check.accept(recorded);
        return said(recorded.constraint());
    }

    @Override
    public RecordedExistence addExclude(Consumer<ExcludeSpec> constraint) {
        RecordedExclusion recorded = new RecordedExclusion(naming);
        constraint.accept(recorded);
        return said(recorded.constraint(table));
    }

    @Override
    public RecordedExistence dropConstraint(String name) {
        return said(new DropConstraint(table, naming.name("constraint", name)));
    }

    @Override
    public RecordedExistence dropConstraint(String name, ConstraintKind kind) {
        return said(new DropConstraint(
                table, naming.name("constraint", name), Optional.of(Constraint.Kind.valueOf(kind.name()))));
    }

    @Override
    public RecordedExistence dropPrimaryKey() {
        return dropConstraint(naming.primaryKey(table), ConstraintKind.PRIMARY_KEY);
    }

    @Override
    public RecordedExistence renameConstraint(String name, String newName) {
        return renameConstraint(name, newName, Optional.empty());
    }

    @Override
    public RecordedExistence renameConstraint(String name, String newName, ConstraintKind kind) {
        return renameConstraint(name, newName, Optional.of(Constraint.Kind.valueOf(kind.name())));
    }

    private RecordedExistence renameConstraint(String name, String newName, Optional<Constraint.Kind> kind) {
        return said(
                new RenameConstraint(table, naming.name("constraint", name), naming.name("constraint", newName), kind));
    }

    @Override
    public RecordedExistence validateConstraint(String name) {
        return said(new ValidateConstraint(table, naming.name("constraint", name)));
    }

    @Override
    public void comment(String text) {
        said(new SetTableComment(table, Optional.of(requireNonNull(text, "text"))));
    }

    @Override
    public void dropComment() {
        said(new SetTableComment(table, Optional.empty()));
    }

    @Override
    public void options(Consumer<TableOptionsSpec> options) {
        RecordedTableOptions recorded = new RecordedTableOptions();
        options.accept(recorded);
        said(recorded.operation(table));
    }

    @Override
    public void ifExists() {
        ifExists = true;
    }

    @Override
    public void algorithm(Algorithm onlyWay) {
        algorithm = Optional.of(AlterTable.Algorithm.valueOf(onlyWay.name()));
    }

    @Override
    public void lock(TableLock atMost) {
        lock = Optional.of(AlterTable.Lock.valueOf(atMost.name()));
    }

    /** Makes one column and notices a second. */
    private static final class OneColumn extends ColumnStarter {

        private final TableName table;
        private @Nullable RecordedColumn made;

        OneColumn(TableName table, Naming naming) {
            super(table, naming);
            this.table = table;
        }

        @Override
        ColumnSpec start(RecordedColumn column) {
            if (made != null) {
                throw Checked.bad(
                        "addColumn to " + table + " makes two columns, " + made.name() + " and " + column.name(),
                        "call addColumn once for each, or group the calls in alterTable");
            }
            made = column;
            return column;
        }

        RecordedColumn returned(ColumnSpec column) {
            if (made == null || !made.equals(column)) {
                throw Checked.bad(
                        "addColumn to " + table + " does not return the column it makes",
                        "write c -> c.varchar(\"name\", 255)");
            }
            return made;
        }
    }
}
