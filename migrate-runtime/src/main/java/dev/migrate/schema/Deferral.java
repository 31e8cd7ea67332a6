package dev.migrate.schema;

/** How long a constraint that can be deferred waits before it is checked, unless a transaction says otherwise. */
public enum Deferral {
    /** Not at all: it is checked at the end of each statement. */
    IMMEDIATE,
    /** Until the transaction ends. */
    DEFERRED
}
