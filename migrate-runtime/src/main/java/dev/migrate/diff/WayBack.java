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
 * What takes a difference back. Rows that were filled in stay in columns that stay, and go with those that go; a sequence
 * comes back as it was defined, and not to the number that it had come to.
 */
final class WayBack {

    private WayBack() {}

    /** Empty when one of the operations cannot be taken back. */
    static Optional<List<Operation>> of(List<Operation> operations, SchemaModel before, DatabaseRules rules) {
        Deque<Operation> inverses = new ArrayDeque<>();
        SchemaModel state = before;
        for (Operation operation : operations) {
            if (operation instanceof UpdateRows || operation instanceof InsertRows) {
                continue;
            }
            Optional<Operation> inverse = inverse(operation, state, rules);
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            inverses.push(inverse.get());
            state = rules.after(operation, state);
        }
        return Optional.of(List.copyOf(inverses));
    }

    private static Optional<Operation> inverse(Operation operation, SchemaModel state, DatabaseRules rules) {
        if (operation instanceof DropSequence drop) {
            return state.find(Sequence.class, drop.sequence()).map(CreateSequence::new);
        }
        return operation.inverse(state).map(inverse -> possible(inverse, rules.after(operation, state), rules));
    }

    /** A column that the database cannot make computed again is made anew. */
    private static Operation possible(Operation inverse, SchemaModel after, DatabaseRules rules) {
        if (!(inverse instanceof TableOperation change) || rules.canDo(inverse, after)) {
            return inverse;
        }
        List<TableOperation> parts = new ArrayList<>();
        SchemaModel state = after;
        for (TableOperation part : change instanceof AlterTable several ? several.changes() : List.of(change)) {
            if (part instanceof AlterColumn alter && !rules.canDo(part, state)) {
                parts.addAll(madeAnew(alter, state.table(alter.table())));
            } else {
                parts.add(part);
            }
            state = rules.after(part, state);
        }
        return new AlterTable(change.table(), parts);
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
