package dev.migrate.diff;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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
        for (Operation operation : operations) {
            if (operation instanceof UpdateRows || operation instanceof InsertRows) {
                continue;
            }
            SchemaModel after = rules.after(operation, state);
            Optional<Operation> inverse = inverse(operation, state);
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            List<Operation> inverses = filled(possible(inverse.get(), after));
            for (int i = inverses.size() - 1; i >= 0; i--) {
                back.push(inverses.get(i));
            }
            state = after;
        }
        return Optional.of(List.copyOf(back));
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

    /** A column that comes back must not be null for rows that came meanwhile, or lost their values. */
    private List<Operation> filled(Operation inverse) {
        if (!(inverse instanceof TableOperation change)) {
            return List.of(inverse);
        }
        List<Operation> operations = new ArrayList<>();
        List<TableOperation> together = new ArrayList<>();
        for (TableOperation part : parts(change)) {
            Optional<Operation> update =
                    part instanceof AddColumn add ? filling.ofAll(add.table(), add.column()) : Optional.empty();
            if (part instanceof AddColumn add && update.isPresent()) {
                together.add(new AddColumn(add.table(), add.column().withNullable(true), add.position()));
                OperationOrder.together(together).ifPresent(operations::add);
                operations.add(update.get());
                together = new ArrayList<>();
                together.add(AlterColumn.of(add.table(), add.column().name())
                        .nullable(false)
                        .operation());
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
