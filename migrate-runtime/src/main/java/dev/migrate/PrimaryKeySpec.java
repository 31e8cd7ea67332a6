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

    /**
     * Keeps more columns in the index behind the key, so that queries find them there: {@code INCLUDE (…)} (PostgreSQL).
     *
     * @param column the first column
     * @param more further columns, in order
     * @return this key
     */
    PrimaryKeySpec include(String column, String... more);

    /**
     * Can be checked at the end of a transaction, in those that ask for it: {@code DEFERRABLE} (PostgreSQL). No foreign
     * key can refer to such a key.
     *
     * @return this key
     */
    PrimaryKeySpec deferrable();

    /**
     * Is checked at the end of each transaction: {@code DEFERRABLE INITIALLY DEFERRED} (PostgreSQL).
     *
     * @return this key
     */
    PrimaryKeySpec initiallyDeferred();
}
