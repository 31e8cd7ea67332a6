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
}
