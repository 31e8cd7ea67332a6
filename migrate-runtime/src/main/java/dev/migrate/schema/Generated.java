package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

/**
 * How a column is computed from others.
 *
 * @param sql the expression in the database's own SQL, without the outer parentheses
 * @param stored whether the value is kept in the row; else it is computed when read
 */
public record Generated(String sql, boolean stored) {

    public Generated {
        requireNonNull(sql, "sql");
    }
}
