package dev.migrate.execute;

/** What to do about a migration that was changed after it was applied. */
public enum ChangedPolicy {
    /** Stop before anything runs. */
    ERROR,
    /** Tell, and go on. */
    WARNING,
    /** Do not look. */
    IGNORE
}
