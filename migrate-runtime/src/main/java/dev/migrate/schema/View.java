package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A query that goes by the name of a table.
 *
 * @param name its name
 * @param query the query, without a semicolon at its end: as a migration said it, or as the database reports it, which
 *     most rewrite
 * @param materialized whether the database keeps the rows; else they are looked up each time
 * @param comment what the database keeps as its comment; never empty text
 */
public record View(TableName name, String query, boolean materialized, Optional<String> comment)
        implements SchemaObject {

    public View {
        requireNonNull(name, "name");
        requireNonNull(query, "query");
        comment = comment.filter(text -> !text.isEmpty());
    }

    /**
     * A view whose rows are looked up each time, without a comment.
     *
     * @param name its name
     * @param query the query, without a semicolon at its end
     * @return the view
     */
    public static View of(TableName name, String query) {
        return new View(name, query, false, Optional.empty());
    }

    /**
     * The same view with another query.
     *
     * @param newQuery the other query
     * @return a copy
     */
    public View withQuery(String newQuery) {
        return new View(name, newQuery, materialized, comment);
    }

    @Override
    public View withName(TableName newName) {
        return new View(newName, query, materialized, comment);
    }

    @Override
    public View withComment(Optional<String> newComment) {
        return new View(name, query, materialized, newComment);
    }
}
