package dev.migrate.execute;

/** How much is one transaction, where the database can roll back what a migration does. */
public enum TransactionMode {
    /** Each step, together with its row in the version table. */
    PER_MIGRATION,
    /** The whole run; refused where a change of definitions commits by itself. */
    ALL,
    /** Each statement. */
    NONE
}
