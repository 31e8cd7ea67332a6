package dev.migrate.graph;

/** What {@link GraphChecker} says to several heads that are not told apart by branch labels. */
public enum HeadPolicy {
    /** They are an error: the default. */
    ERROR,
    /** They are a warning. */
    WARNING,
    /** They are nobody's business. */
    ALLOW
}
