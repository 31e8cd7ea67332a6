package dev.migrate;

import static java.util.Objects.requireNonNull;

/**
 * A column type that has no method of its own.
 *
 * @param text the type as the database writes it, or its name
 * @param named whether the text is a name, as the name of a table is written; else it is SQL
 */
public record Type(String text, boolean named) {

    public Type {
        requireNonNull(text, "text");
    }

    /**
     * A type of one database, as that database writes it.
     *
     * @param sql the type: {@code POINT}, {@code inet}, {@code INT UNSIGNED}
     * @return the type
     */
    public static Type raw(String sql) {
        return new Type(sql, false);
    }

    /**
     * A type that has a name of its own in the schema, such as one that {@link Operations#createEnum} made (PostgreSQL).
     *
     * @param name the type's name: {@code mood}, or {@code billing.mood} with its schema; {@code mood[]} for a list of
     *     its values
     * @return the type
     */
    public static Type named(String name) {
        return new Type(name, true);
    }
}
