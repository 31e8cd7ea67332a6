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
import dev.migrate.TableChange;
import dev.migrate.TableLock;
import dev.migrate.TableOptionsSpec;
import dev.migrate.UniqueSpec;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers changes of one table: those of an {@code alterTable}, and, one at a time, those said directly. */
final class RecordedTableChange implements TableChange {

    private final TableName table;
    private final Naming naming;
    private final List<TableOperation> changes = new ArrayList<>();
    private Optional<AlterTable.Algorithm> algorithm = Optional.empty();
    private Optional<AlterTable.Lock> lock = Optional.empty();

    RecordedTableChange(TableName table, Naming naming) {
        this.table = table;
        this.naming = naming;
    }

    /** What was said directly: a single change by itself, unless it is said how to make it. */
    TableOperation operation() {
        return changes.size() == 1 && algorithm.isEmpty() && lock.isEmpty() ? changes.get(0) : together();
    }

    /** What was said within {@code alterTable}. */
    AlterTable together() {
        if (changes.isEmpty()) {
            throw Checked.bad(
                    "alterTable(\"" + table + "\") changes nothing", "say what changes, or leave the call out");
        }
        return new AlterTable(table, changes, algorithm, lock);
    }

    @Override
    public void addColumn(Function<NewColumn, ColumnSpec> column) {
        OneColumn starter = new OneColumn(table);
        RecordedColumn recorded = starter.returned(column.apply(starter));
        changes.add(recorded.operation());
        for (Constraint constraint : recorded.constraints(naming)) {
            changes.add(new AddConstraint(table, constraint));
        }
    }

    @Override
    public void dropColumn(String column) {
        changes.add(new DropColumn(table, Checked.name("column", column)));
    }

    @Override
    public void renameColumn(String column, String newName) {
        changes.add(new RenameColumn(table, Checked.name("column", column), Checked.name("column", newName)));
    }

    @Override
    public void alterColumn(String column, Consumer<ColumnChange> change) {
        RecordedColumnChange recorded = new RecordedColumnChange(table, column);
        change.accept(recorded);
        changes.add(recorded.operation());
    }

    @Override
    public void addIndex(Consumer<IndexSpec> index) {
        RecordedIndex recorded = new RecordedIndex();
        index.accept(recorded);
        add(recorded, recorded.operation(table, naming));
    }

    /** For the call of its own only, which may be left out where there is such an index. */
    void addAlone(RecordedIndex recorded) {
        add(recorded, recorded.operationAlone(table, naming));
    }

    private void add(RecordedIndex recorded, CreateIndex operation) {
        changes.add(operation);
        recorded.algorithm().ifPresent(this::algorithm);
        recorded.lock().ifPresent(this::lock);
    }

    @Override
    public void dropIndex(String name) {
        changes.add(new DropIndex(table, Checked.name("index", name), false));
    }

    /** For the call of its own only: in one statement with other changes it cannot be made so. */
    void dropIndexConcurrently(String name) {
        changes.add(new DropIndex(table, Checked.name("index", name), true));
    }

    @Override
    public void renameIndex(String name, String newName) {
        changes.add(new RenameIndex(table, Checked.name("index", name), Checked.name("index", newName)));
    }

    @Override
    public void addPrimaryKey(String column, String... more) {
        changes.add(new AddConstraint(table, new PrimaryKey(naming.primaryKey(table), Checked.columns(column, more))));
    }

    @Override
    public void addUnique(String column, String... more) {
        List<String> columns = Checked.columns(column, more);
        changes.add(new AddConstraint(table, new UniqueConstraint(naming.unique(table, columns), columns)));
    }

    @Override
    public void addForeignKey(Consumer<ForeignKeySpec> key) {
        RecordedForeignKey recorded = new RecordedForeignKey();
        key.accept(recorded);
        changes.add(new AddConstraint(table, recorded.key(table, naming)));
    }

    @Override
    public void addUnique(Consumer<UniqueSpec> unique) {
        RecordedUnique recorded = new RecordedUnique();
        unique.accept(recorded);
        changes.add(new AddConstraint(table, recorded.constraint(table, naming)));
    }

    @Override
    public void addCheck(String name, String condition) {
        addCheck(name, condition, RecordedCheck.PLAIN);
    }

    @Override
    public void addCheck(String name, String condition, Consumer<CheckSpec> check) {
        RecordedCheck recorded = new RecordedCheck(naming.check(table, Checked.name("check", name)), condition);
        check.accept(recorded);
        changes.add(new AddConstraint(table, recorded.constraint()));
    }

    @Override
    public void addExclude(Consumer<ExcludeSpec> constraint) {
        RecordedExclusion recorded = new RecordedExclusion();
        constraint.accept(recorded);
        changes.add(new AddConstraint(table, recorded.constraint(table, naming)));
    }

    @Override
    public void dropConstraint(String name) {
        changes.add(new DropConstraint(table, Checked.name("constraint", name)));
    }

    @Override
    public void dropConstraint(String name, ConstraintKind kind) {
        changes.add(new DropConstraint(
                table, Checked.name("constraint", name), Optional.of(Constraint.Kind.valueOf(kind.name()))));
    }

    @Override
    public void dropPrimaryKey() {
        dropConstraint(naming.primaryKey(table), ConstraintKind.PRIMARY_KEY);
    }

    @Override
    public void renameConstraint(String name, String newName) {
        renameConstraint(name, newName, Optional.empty());
    }

    @Override
    public void renameConstraint(String name, String newName, ConstraintKind kind) {
        renameConstraint(name, newName, Optional.of(Constraint.Kind.valueOf(kind.name())));
    }

    private void renameConstraint(String name, String newName, Optional<Constraint.Kind> kind) {
        changes.add(new RenameConstraint(
                table, Checked.name("constraint", name), Checked.name("constraint", newName), kind));
    }

    @Override
    public void validateConstraint(String name) {
        changes.add(new ValidateConstraint(table, Checked.name("constraint", name)));
    }

    @Override
    public void comment(String text) {
        changes.add(new SetTableComment(table, Optional.of(requireNonNull(text, "text"))));
    }

    @Override
    public void dropComment() {
        changes.add(new SetTableComment(table, Optional.empty()));
    }

    @Override
    public void options(Consumer<TableOptionsSpec> options) {
        RecordedTableOptions recorded = new RecordedTableOptions();
        options.accept(recorded);
        changes.add(recorded.operation(table));
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

        OneColumn(TableName table) {
            super(table);
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
