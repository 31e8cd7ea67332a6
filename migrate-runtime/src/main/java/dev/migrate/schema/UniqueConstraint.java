package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns of which no two rows have the same values.
 *
 * @param name its name
 * @param columns its columns, in order; at least one
 * @param nullsNotDistinct whether two rows without a value have the same; else any two differ
 * @param include columns that its index keeps besides, in order; mostly none
 * @param deferral when it is checked, where that can wait
 */
public record UniqueConstraint(
        String name, List<String> columns, boolean nullsNotDistinct, List<String> include, Optional<Deferral> deferral)
        implements Constraint {

    public UniqueConstraint {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        requireNonNull(deferral, "deferral");
    }

    /**
     * A constraint of columns and nothing else.
     *
     * @param name its name
     * @param columns its columns, in order; at least one
     */
    public UniqueConstraint(String name, List<String> columns) {
        this(name, columns, false, List.of(), Optional.empty());
    }

    @Override
    public Kind kind() {
        return Kind.UNIQUE;
    }

    @Override
    public List<String> mentionedColumns() {
        return Stream.concat(columns.stream(), include.stream()).toList();
    }

    @Override
    public UniqueConstraint withName(String newName) {
        return new UniqueConstraint(newName, columns, nullsNotDistinct, include, deferral);
    }

    @Override
    public UniqueConstraint withColumnRenamed(String from, String to) {
        return new UniqueConstraint(
                name, Renamed.column(columns, from, to), nullsNotDistinct, Renamed.column(include, from, to), deferral);
    }
}
