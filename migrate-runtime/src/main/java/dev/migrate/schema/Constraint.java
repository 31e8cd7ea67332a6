package dev.migrate.schema;

import java.util.List;

/** A key or another rule that a table enforces. */
public sealed interface Constraint permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint {

    /**
     * The constraint's name.
     *
     * @return the full name, not quoted
     */
    String name();

    /**
     * The table's own columns that the constraint names.
     *
     * @return the columns, in order; empty for a check, whose condition is SQL
     */
    List<String> columns();
}
