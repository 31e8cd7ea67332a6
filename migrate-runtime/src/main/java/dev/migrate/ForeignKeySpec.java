package dev.migrate;

/** Describes a foreign key. Every method returns the same key. */
public interface ForeignKeySpec {

    /**
     * A name of one's own instead of the conventional {@code fk_<table>_<columns>_<referenced table>}.
     *
     * @param name the full name
     * @return this key
     */
    ForeignKeySpec named(String name);

    /**
     * The columns that refer.
     *
     * @param column the first column
     * @param more further columns, in order
     * @return this key
     */
    ForeignKeySpec columns(String column, String... more);

    /**
     * What they refer to.
     *
     * @param table the table referred to
     * @param column its first column
     * @param more its further columns, as many and in the same order as {@link #columns}
     * @return this key
     */
    ForeignKeySpec references(String table, String column, String... more);

    /**
     * What happens to a row when the row it refers to is deleted; nothing and an error, unless this is said.
     *
     * @param action what happens
     * @return this key
     */
    ForeignKeySpec onDelete(Action action);

    /**
     * What happens to a row when the key it refers to changes; nothing and an error, unless this is said.
     *
     * @param action what happens
     * @return this key
     */
    ForeignKeySpec onUpdate(Action action);

    /**
     * What happens to a row when the row it refers to is deleted, to some of its columns only: {@code ON DELETE SET NULL
     * (author_id)} (PostgreSQL 15).
     *
     * @param action {@link Action#SET_NULL} or {@link Action#SET_DEFAULT}
     * @param column the first of those columns
     * @param more further ones of {@link #columns}
     * @return this key
     */
    ForeignKeySpec onDelete(Action action, String column, String... more);

    /**
     * Refuses rows in which some of several columns are null and others not: {@code MATCH FULL} (PostgreSQL). Unless this
     * is said, the key says nothing about a row as soon as one of its columns is null.
     *
     * @return this key
     */
    ForeignKeySpec matchFull();

    /**
     * Can be checked at the end of a transaction, in those that ask for it: {@code DEFERRABLE} (PostgreSQL, SQLite).
     *
     * @return this key
     */
    ForeignKeySpec deferrable();

    /**
     * Is checked at the end of each transaction, so that two tables can refer to each other and be filled in any order:
     * {@code DEFERRABLE INITIALLY DEFERRED} (PostgreSQL, SQLite).
     *
     * @return this key
     */
    ForeignKeySpec initiallyDeferred();

    /**
     * Applies to rows that are written from now on, and does not look at those that are there: {@code NOT VALID}
     * (PostgreSQL). Both tables are locked for a moment only; {@link Operations#validateConstraint} looks later, while
     * others write.
     *
     * @return this key
     */
    ForeignKeySpec notValid();

    /**
     * Is there to be read, and refuses nothing: {@code NOT ENFORCED} (PostgreSQL 18).
     *
     * @return this key
     */
    ForeignKeySpec notEnforced();
}
