package dev.migrate.record;

import dev.migrate.Added;
import dev.migrate.Dropped;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.Operation;

/** An operation that makes or takes away one thing, open to the word that it is to be left out where that is done. */
final class RecordedExistence implements Added, Dropped {

    private final Operation operation;
    private boolean ifNeeded;

    RecordedExistence(Operation operation) {
        this.operation = operation;
    }

    Operation operation() {
        return ifNeeded ? wrapped(operation) : operation;
    }

    /** The operation, left out where there is nothing for it to do. */
    static Operation wrapped(Operation operation) {
        return Checked.value(operation.describe(), () -> new IfNeeded(operation));
    }

    @Override
    public Added ifNotExists() {
        ifNeeded = true;
        return this;
    }

    @Override
    public Dropped ifExists() {
        ifNeeded = true;
        return this;
    }
}
