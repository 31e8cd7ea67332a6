package dev.migrate;

/**
 * How MySQL and MariaDB may change a table. The server refuses what it cannot do in that way, rather than take a slower
 * one.
 */
public enum Algorithm {
    /** In the catalogue alone. */
    INSTANT,
    /** Without touching what the rows are sorted by (MariaDB). */
    NOCOPY,
    /** Without a copy that is filled row by row. */
    INPLACE,
    /** By filling a copy of the table. */
    COPY
}
