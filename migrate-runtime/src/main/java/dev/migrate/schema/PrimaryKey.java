package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What identifies a row.
 *
 * @param name its name; MySQL, MariaDB and SQLite keep none and answer with the conventional one
 * @param columns its columns, in order; at least one
 */
public record PrimaryKey(String name, List<String> columns) implements Constraint {

    public PrimaryKey {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
    }
}
