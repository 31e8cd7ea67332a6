package dev.migrate;

/** Describes a unique constraint. Every method returns the same constraint. */
public interface UniqueSpec {

    /**
     * A name of one's own instead of the conventional {@code uq_<table>_<columns>}.
     *
     * @param name the full name
     * @return this constraint
     */
    UniqueSpec named(String name);

    /**
     * The columns of which no two rows have the same values.
     *
     * @param column the first column
     * @param more further columns, in order
     * @return this constraint
     */
    UniqueSpec columns(String column, String... more);

    /**
     * Two rows without a value have the same: {@code UNIQUE NULLS NOT DISTINCT (…)} (PostgreSQL 15, H2 2.3). Unless this
     * is said, any number of rows may have none.
     *
     * @return this constraint
     */
    UniqueSpec nullsNotDistinct();

    /**
     * Keeps more columns in the index behind the constraint, so that queries find them there: {@code INCLUDE (…)}
     * (PostgreSQL).
     *
     * @param column the first column
     * @param more further columns, in order
     * @return this constraint
     */
    UniqueSpec include(String column, String... more);

    /**
     * Can be checked at the end of a transaction, in those that ask for it: {@code DEFERRABLE} (PostgreSQL). No foreign
     * key can refer to such columns.
     *
     * @return this constraint
     */
    UniqueSpec deferrable();

    /**
     * Is checked at the end of each transaction: {@code DEFERRABLE INITIALLY DEFERRED} (PostgreSQL).
     *
     * @return this constraint
     */
    UniqueSpec initiallyDeferred();
}
