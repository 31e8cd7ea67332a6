package dev.migrate.record;

import dev.migrate.Added;
import dev.migrate.Changed;
import dev.migrate.Dropped;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.Operation;

/** The word that an operation is to be left out where there is nothing for it to do: open until the recording ends. */
final class RecordedExistence implements Added, Dropped, Changed {

    private boolean ifNeeded;

    boolean isIfNeeded() {
        return ifNeeded;
    }

    /** The operation as it is meant. */
    Operation of(Operation operation) {
        return ifNeeded ? Checked.value(operation.describe(), () -> new IfNeeded(operation)) : operation;
    }

    @Override
    public RecordedExistence ifNotExists() {
        ifNeeded = true;
        return this;
    }

    @Override
    public RecordedExistence ifExists() {
        ifNeeded = true;
        return this;
    }
}
