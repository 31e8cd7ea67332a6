package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Columns of which no two rows have the same values.
 *
 * @param name its name
 * @param columns its columns, in order; at least one
 */
public record UniqueConstraint(String name, List<String> columns) implements Constraint {

    public UniqueConstraint {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
    }
}
