package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What identifies a row.
 *
 * @param name its name; MySQL, MariaDB and SQLite keep none and answer with the conventional one
 * @param columns its columns, in order; at least one
 * @param include columns that its index keeps besides, in order; mostly none
 * @param deferral when it is checked, where that can wait
 */
public record PrimaryKey(String name, List<String> columns, List<String> include, Optional<Deferral> deferral)
        implements Constraint {

    public PrimaryKey {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        requireNonNull(deferral, "deferral");
    }

    /**
     * A key of columns and nothing else.
     *
     * @param name its name
     * @param columns its columns, in order; at least one
     */
    public PrimaryKey(String name, List<String> columns) {
        this(name, columns, List.of(), Optional.empty());
    }

    @Override
    public Kind kind() {
        return Kind.PRIMARY_KEY;
    }

    @Override
    public List<String> mentionedColumns() {
        return Stream.concat(columns.stream(), include.stream()).toList();
    }

    @Override
    public PrimaryKey withName(String newName) {
        return new PrimaryKey(newName, columns, include, deferral);
    }

    @Override
    public PrimaryKey withColumnRenamed(String from, String to) {
        return new PrimaryKey(name, Renamed.column(columns, from, to), Renamed.column(include, from, to), deferral);
    }
}
