package dev.migrate.execute;

import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import java.util.Optional;

/** What an operation is without the words about when and how it runs. */
final class Core {

    private Core() {}

    /** The operation that does the work. */
    static Operation of(Operation operation) {
        if (operation instanceof OutsideTransaction outside) {
            return of(outside.operation());
        }
        return operation instanceof IfNeeded maybe ? maybe.operation() : operation;
    }

    /** The word that it may be left out, where that was said. */
    static Optional<IfNeeded> ifNeeded(Operation operation) {
        if (operation instanceof OutsideTransaction outside) {
            return ifNeeded(outside.operation());
        }
        return operation instanceof IfNeeded maybe ? Optional.of(maybe) : Optional.empty();
    }
}
