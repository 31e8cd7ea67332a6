package dev.migrate;

import org.jspecify.annotations.Nullable;

/** Describes rows to insert. */
public interface InsertSpec {

    /**
     * The columns that get values.
     *
     * @param column the first column
     * @param more further columns, in order
     * @return this
     */
    InsertSpec columns(String column, String... more);

    /**
     * One row.
     *
     * @param values as many as there are columns, in their order: strings, numbers, booleans, {@code java.time} values,
     *     UUIDs, byte arrays; null stands for SQL's null
     * @return this
     */
    InsertSpec row(@Nullable Object... values);
}
