package dev.migrate.maven.source;

import dev.migrate.operation.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a reader should know about operations. */
final class Notes {

    private final Map<Operation, List<String>> notes;

    Notes(Map<Operation, List<String>> notes) {
        this.notes = new HashMap<>(notes);
    }

    List<String> of(Operation operation) {
        return notes.getOrDefault(operation, List.of());
    }

    /** What is known of an operation is known of what is written in its place. */
    void alsoOf(Operation operation, Operation written) {
        if (!written.equals(operation) && notes.containsKey(operation)) {
            notes.putIfAbsent(written, of(operation));
        }
    }
}
