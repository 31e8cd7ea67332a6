package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A schema as a thing that is created and dropped; on MySQL and MariaDB a database.
 *
 * @param name its name, without a schema in front
 * @param comment what the database keeps as its comment; never empty text
 */
public record Namespace(TableName name, Optional<String> comment) implements SchemaObject {

    public Namespace {
        requireNonNull(name, "name");
        comment = comment.filter(text -> !text.isEmpty());
    }

    /**
     * A schema without a comment.
     *
     * @param name its name, not quoted
     * @return the schema
     */
    public static Namespace of(String name) {
        return new Namespace(new TableName(Optional.empty(), name), Optional.empty());
    }

    @Override
    public Namespace withName(TableName newName) {
        return new Namespace(newName, comment);
    }

    @Override
    public Namespace withComment(Optional<String> newComment) {
        return new Namespace(name, newComment);
    }
}
