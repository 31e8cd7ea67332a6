package dev.migrate.record;

/** Which of its two methods a migration is asked for. */
public enum Direction {
    /** From the down revision to the revision. */
    UP,
    /** From the revision back to its down revision. */
    DOWN
}
