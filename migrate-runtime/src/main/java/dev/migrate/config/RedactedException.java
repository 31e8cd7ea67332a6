package dev.migrate.config;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Stands for an exception that cannot be shown: its type, its stack trace, and its message without the secrets. */
final class RedactedException extends Exception {

    private static final long serialVersionUID = 1L;

    private RedactedException(String text) {
        super(text);
    }

    static boolean holdsSecret(Throwable thrown, Redactor redactor) {
        return holdsSecret(thrown, redactor, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean holdsSecret(Throwable thrown, Redactor redactor, Set<Throwable> seen) {
        if (!seen.add(thrown)) {
            return false;
        }
        String text = thrown.toString();
        if (!redactor.redact(text).equals(text)) {
            return true;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (holdsSecret(suppressed, redactor, seen)) {
                return true;
            }
        }
        return thrown.getCause() != null && holdsSecret(thrown.getCause(), redactor, seen);
    }

    static RedactedException copyOf(Throwable thrown, Redactor redactor) {
        return copyOf(thrown, redactor, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static RedactedException copyOf(Throwable thrown, Redactor redactor, Set<Throwable> seen) {
        seen.add(thrown);
        RedactedException copy = new RedactedException(redactor.redact(thrown.toString()));
        copy.setStackTrace(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(copyOf(suppressed, redactor, seen));
            }
        }
        if (thrown.getCause() != null && !seen.contains(thrown.getCause())) {
            copy.initCause(copyOf(thrown.getCause(), redactor, seen));
        }
        return copy;
    }
}
