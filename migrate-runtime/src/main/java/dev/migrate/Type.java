package dev.migrate;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column type that has no method of its own. Two types are equal when the same was said of them. */
public final class Type {

    private final String text;
    private final boolean named;

    private Type(String text, boolean named) {
        this.text = requireNonNull(text, "text");
        this.named = named;
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

    /**
     * What was said.
     *
     * @return the SQL that was given to {@link #raw}, or the name that was given to {@link #named}
     */
    public String text() {
        return text;
    }

    /**
     * Whether it is a name.
     *
     * @return true for {@link #named}; else the text is SQL
     */
    public boolean isNamed() {
        return named;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Type that && text.equals(that.text) && named == that.named;
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, named);
    }

    /** The call that made it, for people. */
    @Override
    public String toString() {
        return (named ? "Type.named(\"" : "Type.raw(\"") + text + "\")";
    }
}
