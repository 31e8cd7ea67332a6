package dev.migrate.execute;

import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.Operation;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What takes back the operations of a comparison: the definitions, not the rows. A person reads it before it runs, so that
 * what an inverse must not promise by itself is allowed here: a dropped sequence comes back, from its first number.
 */
final class WayBack {

    private WayBack() {}

    /**
     * The way back.
     *
     * @param operations in the order in which they run
     * @param before the schema the first of them starts from: a complete model
     */
    static List<Operation> of(List<Operation> operations, SchemaModel before) {
        Deque<Operation> inverses = new ArrayDeque<>();
        SchemaModel state = before;
        for (Operation operation : operations) {
            inverse(operation, state).ifPresent(inverses::push);
            state = operation.applyTo(state);
        }
        return List.copyOf(inverses);
    }

    /** Rows that were filled or changed go with their columns, or stay as they are. */
    private static Optional<Operation> inverse(Operation operation, SchemaModel before) {
        if (operation instanceof DropSequence drop) {
            return before.find(Sequence.class, drop.sequence()).map(CreateSequence::new);
        }
        return operation.inverse(before);
    }
}
