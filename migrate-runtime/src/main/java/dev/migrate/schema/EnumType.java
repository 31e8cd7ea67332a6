package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A type of a few words that has a name of its own in the schema (PostgreSQL). A column of it has the type
 * {@link ColumnType.Named}.
 *
 * @param name its name
 * @param values the words, in their order
 * @param comment what the database keeps as its comment; never empty text
 */
public record EnumType(TableName name, List<String> values, Optional<String> comment) implements SchemaObject {

    public EnumType {
        requireNonNull(name, "name");
        values = List.copyOf(values);
        comment = comment.filter(text -> !text.isEmpty());
    }

    /**
     * A type without a comment.
     *
     * @param name its name
     * @param values the words, in their order
     * @return the type
     */
    public static EnumType of(TableName name, List<String> values) {
        return new EnumType(name, values, Optional.empty());
    }

    /**
     * The same type with other words.
     *
     * @param newValues the words, in their order
     * @return a copy
     */
    public EnumType withValues(List<String> newValues) {
        return new EnumType(name, newValues, comment);
    }

    @Override
    public EnumType withName(TableName newName) {
        return new EnumType(newName, values, comment);
    }

    @Override
    public EnumType withComment(Optional<String> newComment) {
        return new EnumType(name, values, newComment);
    }
}
