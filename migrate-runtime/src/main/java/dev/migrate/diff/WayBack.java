package dev.migrate.diff;

import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import java.util.ArrayDeque;
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
            Optional<Operation> inverse = inverse(operation, state);
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            inverses.push(inverse.get());
            state = rules.after(operation, state);
        }
        return Optional.of(List.copyOf(inverses));
    }

    private static Optional<Operation> inverse(Operation operation, SchemaModel state) {
        return operation instanceof DropSequence drop
                ? state.find(Sequence.class, drop.sequence()).map(CreateSequence::new)
                : operation.inverse(state);
    }
}
