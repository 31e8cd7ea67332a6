package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

/**
 * A query that goes by the name of a table.
 *
 * @param name its name
 * @param query the query in the database's own SQL, as the database reports it, without a semicolon at its end
 * @param materialized whether the database keeps the rows; else they are looked up each time
 */
public record View(TableName name, String query, boolean materialized) {

    public View {
        requireNonNull(name, "name");
        requireNonNull(query, "query");
    }
}
