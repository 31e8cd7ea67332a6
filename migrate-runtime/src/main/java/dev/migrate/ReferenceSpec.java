package dev.migrate;

/** What can be said about a new column that refers to another table. */
public interface ReferenceSpec extends ColumnSpec {

    /**
     * A name of one's own for the foreign key, instead of the conventional {@code fk_<table>_<column>_<referenced table>}.
     *
     * @param name the full name
     * @return this column
     */
    ReferenceSpec named(String name);

    /**
     * What happens to the row when the row it refers to is deleted; nothing and an error, unless this is said.
     *
     * @param action what happens
     * @return this column
     */
    ReferenceSpec onDelete(Action action);

    /**
     * What happens to the row when the key it refers to changes; nothing and an error, unless this is said.
     *
     * @param action what happens
     * @return this column
     */
    ReferenceSpec onUpdate(Action action);

    /**
     * Can be checked at the end of a transaction, in those that ask for it: {@code DEFERRABLE} (PostgreSQL, SQLite).
     *
     * @return this column
     */
    ReferenceSpec deferrable();

    /**
     * Is checked at the end of each transaction: {@code DEFERRABLE INITIALLY DEFERRED} (PostgreSQL, SQLite).
     *
     * @return this column
     */
    ReferenceSpec initiallyDeferred();

    /**
     * Applies to rows that are written from now on, and does not look at those that are there: {@code NOT VALID}
     * (PostgreSQL). Only for a column that is added to a table.
     *
     * @return this column
     */
    ReferenceSpec notValid();

    /**
     * Is there to be read, and refuses nothing: {@code NOT ENFORCED} (PostgreSQL 18).
     *
     * @return this column
     */
    ReferenceSpec notEnforced();
}
