package dev.migrate.diff;

import dev.migrate.schema.TableName;

/** The rows that a database has, so far as they are in the way of a column that must not be null. */
@FunctionalInterface
public interface PresentRows {

    /** Every table is empty. */
    PresentRows NONE = table -> false;

    /**
     * Whether a table has rows: none has a value for a new column.
     *
     * @param table a table, by its present name
     * @return true, when it has at least one
     */
    boolean in(TableName table);

    /**
     * Whether rows have no value in a column that is there.
     *
     * @param table a table, by its present name
     * @param column a column of it, by its present name
     * @return true, when at least one has none; who cannot tell says so of every table that has rows
     */
    default boolean without(TableName table, String column) {
        return in(table);
    }
}
