package dev.migrate;

/**
 * What others may at least do to a table while MySQL or MariaDB changes it. The server refuses what it cannot do so,
 * rather than keep them out.
 */
public enum TableLock {
    /** Read and write. */
    NONE,
    /** Read. */
    SHARED,
    /** Nothing. */
    EXCLUSIVE
}
