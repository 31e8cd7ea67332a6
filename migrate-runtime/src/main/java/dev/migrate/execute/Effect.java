package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Decide;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Existence;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnum;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.RunScript;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Whether what an operation does to definitions is there, as far as the catalogue tells: what it makes looks exactly as it
 * would have been made, what it takes away is gone. A no means that nothing can be concluded.
 */
final class Effect implements Operation.Visitor<Boolean> {

    /** What means the same with parentheses and without. */
    private static final Pattern ONE_TERM = Pattern.compile("\\s*[\\w$.]++\\s*(?:\\([\\w$.,\\s]*+\\))?\\s*");

    private final Dialect dialect;
    private final SchemaModel now;
    private final boolean first;
    private final boolean whole;

    private Effect(Dialect dialect, SchemaModel now, boolean first, boolean whole) {
        this.dialect = dialect;
        this.now = now;
        this.first = first;
        this.whole = whole;
    }

    /**
     * Looks.
     *
     * @param first whether the statement in doubt is the first of the operation: of a new table it makes the columns
     * @param whole whether it is the last, so that all of the operation should be there; of one in between nothing is known
     */
    static boolean isThere(Operation operation, boolean first, boolean whole, Dialect dialect, Connection connection)
            throws SQLException {
        Operation core = Core.of(operation);
        if (core instanceof ObjectOperation beside) {
            return core.accept(new Effect(dialect, everything(beside, dialect, connection), first, whole));
        }
        Set<TableName> names = new HashSet<>(core.tables());
        if (core instanceof RenameTable rename) {
            names.add(rename.table().sibling(rename.newName()));
        }
        if (names.isEmpty()) {
            return false;
        }
        SchemaModel now = SchemaModel.of(dialect.catalog().tables(connection, names));
        return core.accept(new Effect(dialect, now, first, whole));
    }

    private static SchemaModel everything(ObjectOperation operation, Dialect dialect, Connection connection)
            throws SQLException {
        Optional<ObjectName> object = operation.existence().map(Existence::object);
        Optional<String> schema = object.filter(name -> name.kind() == ObjectName.Kind.SCHEMA)
                .map(name -> name.owner().name())
                .or(() -> object.flatMap(name -> name.owner().schema()));
        return dialect.catalog()
                .schema(connection, schema)
                .withNamespaces(dialect.catalog().namespaces(connection));
    }

    private boolean isAsSaid(UnaryOperator<Table> withoutIt, TableOperation operation) {
        SchemaModel before = now.change(operation.table(), withoutIt);
        return same(operation.applyTo(before), now);
    }

    private boolean same(SchemaModel said, SchemaModel found) {
        return dialect.normalized(said)
                .ignoringColumnOrder()
                .equals(dialect.normalized(found).ignoringColumnOrder());
    }

    private boolean isGone(TableOperation operation) {
        ObjectName object = operation.existence().orElseThrow().object();
        return whole && now.findTable(operation.table()).isPresent() && !object.isIn(now);
    }

    @Override
    public Boolean createTable(CreateTable op) {
        if (!first && !whole) {
            return false;
        }
        Optional<Table> found = now.findTable(op.table());
        UnaryOperator<Table> looked = whole ? UnaryOperator.identity() : Effect::columnsOnly;
        return found.filter(table -> same(
                        SchemaModel.of(Set.of(looked.apply(op.definition()))),
                        SchemaModel.of(Set.of(looked.apply(table)))))
                .isPresent();
    }

    /** Without what other statements add. */
    private static Table columnsOnly(Table table) {
        return Table.of(
                table.name(),
                table.columns().stream()
                        .map(column -> column.withComment(Optional.empty()))
                        .toList());
    }

    @Override
    public Boolean dropTable(DropTable op) {
        return whole && now.findTable(op.table()).isEmpty();
    }

    @Override
    public Boolean renameTable(RenameTable op) {
        return whole
                && now.findTable(op.table()).isEmpty()
                && now.findTable(op.table().sibling(op.newName())).isPresent();
    }

    @Override
    public Boolean addColumn(AddColumn op) {
        String name = op.column().name();
        boolean found = has(op.table(), name) && hasNeighbour(op.table(), op.position());
        return whole && found && isAsSaid(table -> table.withoutColumn(name), op);
    }

    /** A later change of the same operation may have taken it away. */
    private boolean hasNeighbour(TableName table, Optional<ColumnPosition> position) {
        return position.flatMap(ColumnPosition::after)
                .filter(neighbour -> !has(table, neighbour))
                .isEmpty();
    }

    private boolean has(TableName table, String column) {
        return now.findTable(table).flatMap(found -> found.findColumn(column)).isPresent();
    }

    @Override
    public Boolean dropColumn(DropColumn op) {
        return isGone(op);
    }

    @Override
    public Boolean renameColumn(RenameColumn op) {
        return whole && !has(op.table(), op.column()) && has(op.table(), op.newName());
    }

    /**
     * Where a new identity begins is not in the catalogue, and some databases say it by a statement of its own. What
     * becomes of the rows there are is not there either.
     */
    @Override
    public Boolean alterColumn(AlterColumn op) {
        boolean mayOnlyNumber = !first && op.identity() instanceof Change.Set;
        boolean told = whole && !mayOnlyNumber && op.using().isEmpty() && isKnownAgain(op);
        boolean found = has(op.table(), op.column()) && hasNeighbour(op.table(), op.position());
        return told && found && dialect.normalized(op.applyTo(now)).equals(dialect.normalized(now));
    }

    /** Servers set parentheses of their own, so that expressions are compared without any: the old one may look the same. */
    private static boolean isKnownAgain(AlterColumn op) {
        boolean computed = op.generated() instanceof Change.Set<Generated> set
                && !ONE_TERM.matcher(set.value().sql()).matches();
        boolean expressed = op.defaultValue() instanceof Change.Set<DefaultValue> set
                && set.value() instanceof DefaultValue.Expression expression
                && !ONE_TERM.matcher(expression.sql()).matches();
        boolean updated = op.onUpdate() instanceof Change.Set<String> set
                && !ONE_TERM.matcher(set.value()).matches();
        return !computed && !expressed && !updated;
    }

    /** All of them: one that a later one has changed again leaves the doubt. */
    @Override
    public Boolean alterTable(AlterTable op) {
        return whole && op.changes().stream().allMatch(change -> change.accept(this));
    }

    @Override
    public Boolean setTableComment(SetTableComment op) {
        return false;
    }

    @Override
    public Boolean setTableOptions(SetTableOptions op) {
        return false;
    }

    @Override
    public Boolean createIndex(CreateIndex op) {
        String name = op.index().name();
        ObjectName index = op.existence().orElseThrow().object();
        return whole
                && index.isIn(now)
                && isAsSaid(
                        table -> table.indexes().stream()
                                        .anyMatch(each -> each.name().equals(name))
                                ? table.withoutIndex(name)
                                : table.withoutConstraint(name),
                        op);
    }

    @Override
    public Boolean dropIndex(DropIndex op) {
        return isGone(op);
    }

    @Override
    public Boolean renameIndex(RenameIndex op) {
        return whole
                && !ObjectName.of(ObjectName.Kind.INDEX, op.table(), op.index()).isIn(now)
                && ObjectName.of(ObjectName.Kind.INDEX, op.table(), op.newName())
                        .isIn(now);
    }

    /** Some databases give a primary key a name of their own. */
    @Override
    public Boolean addConstraint(AddConstraint op) {
        Optional<Constraint> found = now.findTable(op.table()).stream()
                .flatMap(table -> table.constraints().stream())
                .filter(each -> op.constraint() instanceof PrimaryKey
                        ? each instanceof PrimaryKey
                        : each.name().equals(op.constraint().name()))
                .findFirst();
        return whole
                && found.isPresent()
                && isAsSaid(table -> table.withoutConstraint(found.get().name()), op);
    }

    @Override
    public Boolean dropConstraint(DropConstraint op) {
        return isGone(op);
    }

    @Override
    public Boolean renameConstraint(RenameConstraint op) {
        return whole
                && !ObjectName.of(ObjectName.Kind.CONSTRAINT, op.table(), op.constraint())
                        .isIn(now)
                && ObjectName.of(ObjectName.Kind.CONSTRAINT, op.table(), op.newName())
                        .isIn(now);
    }

    @Override
    public Boolean validateConstraint(ValidateConstraint op) {
        return false;
    }

    /** What is there by the name of what was to be made has to look like it: the server may have refused to make it. */
    @Override
    public Boolean objectOperation(ObjectOperation op) {
        if (op instanceof CreateSequence create) {
            return isThere(create.definition());
        }
        if (op instanceof CreateEnum create) {
            return isThere(create.definition());
        }
        if (op instanceof CreateSchema create) {
            return isThere(create.definition()) && holdsNothing();
        }
        if (op instanceof RenameSequence rename) {
            return renamed(ObjectName.Kind.SEQUENCE, rename.sequence(), rename.newName());
        }
        if (op instanceof RenameEnum rename) {
            return renamed(ObjectName.Kind.ENUM, rename.type(), rename.newName());
        }
        return whole
                && op.existence().filter(existence -> existence.isDoneIn(now)).isPresent();
    }

    private boolean isThere(SchemaObject made) {
        Optional<? extends SchemaObject> found = now.find(made.getClass(), made.name());
        return whole
                && found.isPresent()
                && same(SchemaModel.empty().with(made), SchemaModel.empty().with(found.get()));
    }

    private boolean holdsNothing() {
        return now.tables().isEmpty()
                && now.views().isEmpty()
                && now.sequences().isEmpty()
                && now.enumTypes().isEmpty();
    }

    private boolean renamed(ObjectName.Kind kind, TableName from, String to) {
        return whole
                && !ObjectName.beside(kind, from).isIn(now)
                && ObjectName.beside(kind, from.sibling(to)).isIn(now);
    }

    @Override
    public Boolean insertRows(InsertRows op) {
        return false;
    }

    @Override
    public Boolean updateRows(UpdateRows op) {
        return false;
    }

    @Override
    public Boolean deleteRows(DeleteRows op) {
        return false;
    }

    @Override
    public Boolean backfill(Backfill op) {
        return false;
    }

    @Override
    public Boolean executeSql(ExecuteSql op) {
        return false;
    }

    @Override
    public Boolean runScript(RunScript op) {
        return false;
    }

    @Override
    public Boolean runCode(RunCode op) {
        return false;
    }

    @Override
    public Boolean verifyAnswer(VerifyAnswer op) {
        return false;
    }

    @Override
    public Boolean decide(Decide op) {
        return false;
    }

    @Override
    public Boolean atomically(Atomically op) {
        return false;
    }

    @Override
    public Boolean outsideTransaction(OutsideTransaction op) {
        return op.operation().accept(this);
    }

    @Override
    public Boolean ifNeeded(IfNeeded op) {
        return op.operation().accept(this);
    }
}
