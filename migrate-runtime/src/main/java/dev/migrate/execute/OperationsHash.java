package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.operation.CanonicalForm;
import dev.migrate.operation.Operation;
import dev.migrate.record.Recording;
import java.util.List;

/**
 * What a history row keeps of a recording: the hash of its operations, {@code 1:…}, and after {@code for} what the
 * recording depended on besides the class.
 *
 * @param hash the hash, with the version of the canonical form in front
 * @param inputs what it depended on; empty where that was not noted
 */
record OperationsHash(String hash, String inputs) {

    private static final String FOR = " for ";

    /** What two recordings of one migration say about it. */
    enum Verdict {
        /** It does the same. */
        SAME,
        /** It does something else. */
        CHANGED,
        /** Nobody can tell: it was recorded for something else, or hashed in another way. */
        NOT_COMPARABLE
    }

    OperationsHash {
        requireNonNull(hash, "hash");
        requireNonNull(inputs, "inputs");
    }

    static OperationsHash of(Recording recording) {
        return of(recording.operations(), recording.inputs());
    }

    static OperationsHash of(List<Operation> operations, String inputs) {
        return new OperationsHash(CanonicalForm.hash(operations), inputs);
    }

    /** Reads what {@link #text()} wrote. */
    static OperationsHash parse(String text) {
        int at = text.indexOf(FOR);
        return at < 0
                ? new OperationsHash(text, "")
                : new OperationsHash(text.substring(0, at), text.substring(at + FOR.length()));
    }

    String text() {
        return inputs.isEmpty() ? hash : hash + FOR + inputs;
    }

    /** What this one, of the past, and one of now say together. The same hash is the same whatever it was made for. */
    Verdict against(OperationsHash now) {
        if (hash.equals(now.hash)) {
            return Verdict.SAME;
        }
        return version().equals(now.version()) && inputs.equals(now.inputs) && !inputs.isEmpty()
                ? Verdict.CHANGED
                : Verdict.NOT_COMPARABLE;
    }

    private String version() {
        return hash.substring(0, Math.max(0, hash.indexOf(':')));
    }
}
