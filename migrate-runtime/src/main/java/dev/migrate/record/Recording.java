package dev.migrate.record;

import static java.util.Objects.requireNonNull;

import dev.migrate.operation.Operation;
import java.util.List;

/**
 * What a migration recorded, and what else that depended on.
 *
 * @param operations its operations, in order; maybe none
 * @param inputs all that the recording depended on besides the class, in a few words: the database, the longest name it
 *     has room for, and a digest of the {@code x} values that were asked for. Two recordings of one class with the same
 *     inputs are the same
 */
public record Recording(List<Operation> operations, String inputs) {

    public Recording {
        operations = List.copyOf(operations);
        requireNonNull(inputs, "inputs");
    }
}
