package dev.migrate.diff;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropView;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What takes a difference back. Rows that were filled in stay in columns that stay, and go with those that go; a column that
 * must not be null gets the values that somebody named; a sequence comes back as it was defined, and not to the number that
 * it had come to.
 */
final class WayBack {

    private final DatabaseRules rules;
    private final Filling filling;

    WayBack(DatabaseRules rules, DiffPolicy policy) {
        this.rules = rules;
        this.filling = new Filling(rules, policy);
    }

    /** Empty when one of the operations cannot be taken back. */
    Optional<List<Operation>> of(List<Operation> operations, SchemaModel before) {
        Deque<Operation> back = new ArrayDeque<>();
        SchemaModel state = before;
        Set<ObjectName> added = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof UpdateRows || operation instanceof InsertRows) {
                continue;
            }
            SchemaModel after = rules.after(operation, state);
            Optional<Operation> inverse = inverse(operation, state);
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            if (!isTakenFurther(inverse.get(), back)) {
                push(without(added, possible(inverse.get(), after)), back);
            }
            added.addAll(added(operation));
            state = after;
        }
        return Optional.of(rules.viewsHoldColumns() ? withoutViews(List.copyOf(back), before) : List.copyOf(back));
    }

    /** A type that only grew is made anew on the way back alone; views that went on the way are among it already. */
    private static List<Operation> withoutViews(List<Operation> back, SchemaModel before) {
        List<Operation> views = HeldViews.detours(before, HeldViews.withTypes(Map.of(), back.stream(), before)).stream()
                .map(Step::operation)
                .filter(view -> !back.contains(view))
                .toList();
        List<Operation> around = new ArrayList<>(back);
        around.addAll(0, views.stream().filter(DropView.class::isInstance).toList());
        around.addAll(views.stream().filter(CreateView.class::isInstance).toList());
        return List.copyOf(around);
    }

    private void push(Optional<Operation> inverse, Deque<Operation> back) {
        List<Operation> inverses = inverse.map(this::filled).orElse(List.of());
        for (int i = inverses.size() - 1; i >= 0; i--) {
            back.push(inverses.get(i));
        }
    }

    /** A type gets all its old words at once, however many it was given one by one. */
    private static boolean isTakenFurther(Operation inverse, Deque<Operation> back) {
        return inverse instanceof SetEnumValues values
                && back.peek() instanceof SetEnumValues next
                && next.type().equals(values.type());
    }

    /** What is to be a column's again is nothing to a column that goes right after. */
    private static Optional<Operation> without(Set<ObjectName> added, Operation inverse) {
        if (!(inverse instanceof TableOperation change)) {
            return Optional.of(inverse);
        }
        List<TableOperation> all = parts(change);
        List<TableOperation> some = all.stream()
                .filter(part ->
                        !(part instanceof AlterColumn alter && added.contains(column(alter.table(), alter.column()))))
                .toList();
        return some.size() == all.size() ? Optional.of(inverse) : OperationOrder.together(some);
    }

    private static List<ObjectName> added(Operation operation) {
        return operation instanceof TableOperation change
                ? parts(change).stream()
                        .filter(AddColumn.class::isInstance)
                        .map(AddColumn.class::cast)
                        .map(add -> column(add.table(), add.column().name()))
                        .toList()
                : List.of();
    }

    private static ObjectName column(TableName table, String name) {
        return ObjectName.of(ObjectName.Kind.COLUMN, table, name);
    }

    private static Optional<Operation> inverse(Operation operation, SchemaModel state) {
        return operation instanceof DropSequence drop
                ? state.find(Sequence.class, drop.sequence()).map(CreateSequence::new)
                : operation.inverse(state);
    }

    private static List<TableOperation> parts(TableOperation change) {
        return change instanceof AlterTable several ? several.changes() : List.of(change);
    }

    /** A column that the database cannot make computed again is made anew. */
    private Operation possible(Operation inverse, SchemaModel after) {
        if (!(inverse instanceof AlterTable || inverse instanceof AlterColumn) || rules.canDo(inverse, after)) {
            return inverse;
        }
        TableOperation change = (TableOperation) inverse;
        List<TableOperation> made = new ArrayList<>();
        SchemaModel state = after;
        for (TableOperation part : parts(change)) {
            if (part instanceof AlterColumn alter && !rules.canDo(part, state)) {
                made.addAll(madeAnew(alter, state.table(alter.table())));
            } else {
                made.add(part);
            }
            state = rules.after(part, state);
        }
        return new AlterTable(change.table(), made);
    }

    /** A column that must not be null again gets values for rows that came meanwhile, or lost theirs. */
    private List<Operation> filled(Operation inverse) {
        if (!(inverse instanceof TableOperation change)) {
            return List.of(inverse);
        }
        List<Operation> operations = new ArrayList<>();
        List<TableOperation> together = new ArrayList<>();
        for (TableOperation part : parts(change)) {
            Optional<Operation> update = update(part);
            if (update.isPresent()) {
                if (part instanceof AddColumn add) {
                    together.add(new AddColumn(add.table(), add.column().withNullable(true), add.position()));
                }
                OperationOrder.together(together).ifPresent(operations::add);
                operations.add(update.get());
                together = new ArrayList<>();
                together.add(
                        part instanceof AddColumn add
                                ? AlterColumn.of(add.table(), add.column().name())
                                        .nullable(false)
                                        .operation()
                                : part);
            } else {
                together.add(part);
            }
        }
        if (operations.isEmpty()) {
            return List.of(inverse);
        }
        OperationOrder.together(together).ifPresent(operations::add);
        return operations;
    }

    private Optional<Operation> update(TableOperation part) {
        if (part instanceof AddColumn add) {
            return filling.ofAll(add.table(), add.column());
        }
        return part instanceof AlterColumn alter
                        && alter.nullable().filter(nullable -> !nullable).isPresent()
                ? filling.ofEmpty(alter.table(), alter.column())
                : Optional.empty();
    }

    private static List<TableOperation> madeAnew(AlterColumn alter, Table table) {
        TableName name = table.name();
        List<TableOperation> parts = new ArrayList<>();
        List<TableOperation> again = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint.names(alter.column(), table)) {
                parts.add(new DropConstraint(name, constraint.name(), Optional.of(constraint.kind())));
                again.add(new AddConstraint(name, constraint));
            }
        }
        for (Index index : table.indexes()) {
            if (index.names(alter.column(), table)) {
                parts.add(new DropIndex(name, index.name(), false));
                again.add(new CreateIndex(name, index, false));
            }
        }
        parts.add(new DropColumn(name, alter.column()));
        parts.add(new AddColumn(name, alter.changed(table.column(alter.column()))));
        parts.addAll(again);
        return parts;
    }
}
