package dev.migrate.script;

import static java.util.Objects.requireNonNull;

/**
 * One statement of a script.
 *
 * @param sql the statement as it is sent, without its delimiter and without what stood before it
 * @param line the line of the script where it begins, from 1
 * @param effect what it does, as far as its first words tell
 */
public record ScriptStatement(String sql, int line, Effect effect) {

    /** What a statement does. */
    public enum Effect {
        /** Changes rows, or reads: belongs to a transaction. */
        ROWS,
        /** Sets something in the session and nothing else. */
        SESSION,
        /** Locks tables until {@link #UNLOCK}; meanwhile the session can use no others. */
        LOCK,
        /** Gives locked tables free. */
        UNLOCK,
        /** Anything else. */
        OTHER
    }

    public ScriptStatement {
        requireNonNull(sql, "sql");
        requireNonNull(effect, "effect");
    }
}
