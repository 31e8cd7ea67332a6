package dev.migrate;

import org.jspecify.annotations.Nullable;

/** Describes an update of rows. */
public interface UpdateSpec {

    /**
     * Gives a column a value.
     *
     * @param column the column
     * @param value a string, number, boolean, {@code java.time} value, UUID or byte array, not SQL; null stands for
     *     SQL's null
     * @return this
     */
    UpdateSpec set(String column, @Nullable Object value);

    /**
     * Gives a column a computed value.
     *
     * @param column the column
     * @param sql an expression of the database's own SQL
     * @return this
     */
    UpdateSpec setExpression(String column, String sql);

    /**
     * Which rows; without it the update must say {@link #everywhere}.
     *
     * @param condition SQL; {@code ?} stands for the arguments, in order
     * @param arguments values for the question marks; null is SQL's null, which {@code =} never finds
     * @return this
     */
    UpdateSpec where(String condition, @Nullable Object... arguments);

    /**
     * All rows of the table.
     *
     * @return this
     */
    UpdateSpec everywhere();
}
