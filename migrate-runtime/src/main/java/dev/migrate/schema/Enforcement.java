package dev.migrate.schema;

/** To which rows a constraint applies that does not apply to all. */
public enum Enforcement {
    /** To those that are written from now on; nobody has looked at those that were there before. */
    NEW_ROWS,
    /** To none: it is there to be read. */
    NO_ROWS
}
