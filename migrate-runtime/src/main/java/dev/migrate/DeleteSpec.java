package dev.migrate;

import org.jspecify.annotations.Nullable;

/** Describes which rows to delete. */
public interface DeleteSpec {

    /**
     * Which rows; without it the deletion must say {@link #everywhere}.
     *
     * @param condition SQL; {@code ?} stands for the arguments, in order
     * @param arguments values for the question marks; null is SQL's null, which {@code =} never finds
     * @return this
     */
    DeleteSpec where(String condition, @Nullable Object... arguments);

    /**
     * All rows of the table.
     *
     * @return this
     */
    DeleteSpec everywhere();
}
