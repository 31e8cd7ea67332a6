package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A condition that is false for no row.
 *
 * @param name its name
 * @param condition the condition in SQL, without the outer parentheses
 */
public record CheckConstraint(String name, String condition) implements Constraint {

    public CheckConstraint {
        requireNonNull(name, "name");
        requireNonNull(condition, "condition");
    }

    @Override
    public List<String> columns() {
        return List.of();
    }
}
