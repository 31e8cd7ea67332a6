package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A type of a few words that has a name of its own in the schema. A column of it has the type
 * {@link ColumnType.Raw} of that name.
 *
 * @param name its name
 * @param values the words, in their order
 */
public record EnumType(TableName name, List<String> values) {

    public EnumType {
        requireNonNull(name, "name");
        values = List.copyOf(values);
    }
}
