package dev.migrate;

/** What a constraint is, for where nobody can look. */
public enum ConstraintKind {
    /** What identifies a row. */
    PRIMARY_KEY,
    /** Columns of which no two rows have the same values. */
    UNIQUE,
    /** Columns that refer to a row of another table. */
    FOREIGN_KEY,
    /** A condition. */
    CHECK,
    /** A comparison that is true for no two rows (PostgreSQL). */
    EXCLUSION
}
