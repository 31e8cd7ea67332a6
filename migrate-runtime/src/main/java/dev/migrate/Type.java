package dev.migrate;

import static java.util.Objects.requireNonNull;

/**
 * A column type that has no method of its own.
 *
 * @param sql the type as the database writes it
 */
public record Type(String sql) {

    public Type {
        requireNonNull(sql, "sql");
    }

    /**
     * A type of one database, as that database writes it.
     *
     * @param sql the type: {@code POINT}, {@code inet}, {@code INT UNSIGNED}
     * @return the type
     */
    public static Type raw(String sql) {
        return new Type(sql);
    }
}
