package dev.migrate.execute;

/** What a person found out about a statement in doubt. */
public enum ResumeDecision {
    /** It took effect: go on with the next one. */
    DONE,
    /** It did not take effect: send it again. */
    RETRY
}
