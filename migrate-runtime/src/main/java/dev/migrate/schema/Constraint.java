package dev.migrate.schema;

/** A key or another rule that a table enforces. */
public sealed interface Constraint permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint {

    /**
     * The constraint's name.
     *
     * @return the full name, not quoted
     */
    String name();
}
