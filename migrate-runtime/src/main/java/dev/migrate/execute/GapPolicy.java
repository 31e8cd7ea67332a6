package dev.migrate.execute;

/** What a script does about a step that cannot be written down, because it runs code or looks into the database. */
public enum GapPolicy {
    /** There is no script. */
    REFUSE,
    /** The script ends before the step, with words that say what to do. */
    MARK
}
