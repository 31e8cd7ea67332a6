package dev.migrate;

/** Describes a primary key. Every method returns the same key. */
public interface PrimaryKeySpec {

    /**
     * A name of one's own instead of the conventional {@code pk_<table>}. MySQL and MariaDB keep no name.
     *
     * @param name the full name
     * @return this key
     */
    PrimaryKeySpec named(String name);

    /**
     * The columns that identify a row; none of them is null from then on.
     *
     * @param column the first column
     * @param more further columns, in order
     * @return this key
     */
    PrimaryKeySpec columns(String column, String... more);
}
