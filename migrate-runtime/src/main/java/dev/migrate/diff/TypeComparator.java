package dev.migrate.diff;

import dev.migrate.schema.Column;
import dev.migrate.schema.ObjectName;

/**
 * Says whether two types that are written differently are the same for this project. A project that
 * brings one names it in {@code META-INF/services/dev.migrate.diff.TypeComparator}.
 */
@FunctionalInterface
public interface TypeComparator {

    /**
     * Whether two columns have the same type.
     *
     * @param column the column
     * @param actual what the database has, in the form that can be compared
     * @param desired what it should be, in that form
     * @return true, when there is nothing to change
     */
    boolean same(ObjectName column, Column actual, Column desired);
}
