package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A column of a table.
 *
 * @param name its name, not quoted
 * @param type what it can hold
 * @param nullable whether it may hold null
 * @param defaultValue the value of a row that names none
 * @param identity how the database numbers it
 * @param generated how it is computed from other columns
 * @param comment what the database keeps as its comment; never empty text
 * @param charset its character set, where somebody said it and no collation (MySQL and MariaDB); a server reports the
 *     collation that it implies
 * @param collation its collation, where it is not the table's (on MySQL and MariaDB it implies the character set)
 * @param onUpdate what an update sets it to, in SQL; {@link #NOW} for the moment of the update (MySQL, MariaDB and H2)
 * @param invisible whether {@code SELECT *} leaves it out
 * @param numbering which numbers an identity column gets, where they are not 1, 2, 3 and so on
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        Optional<DefaultValue> defaultValue,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<String> comment,
        Optional<String> charset,
        Optional<String> collation,
        Optional<String> onUpdate,
        boolean invisible,
        Optional<Numbering> numbering) {

    /** An {@link #onUpdate} that means the moment of the update, to the precision of the column. */
    public static final String NOW = "CURRENT_TIMESTAMP";

    public Column {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(defaultValue, "defaultValue");
        requireNonNull(identity, "identity");
        requireNonNull(generated, "generated");
        comment = comment.filter(text -> !text.isEmpty());
        requireNonNull(charset, "charset");
        requireNonNull(collation, "collation");
        requireNonNull(onUpdate, "onUpdate");
        boolean numbered = identity.isPresent();
        numbering = numbering.filter(numbers -> numbered && !numbers.equals(Numbering.PLAIN));
    }

    /**
     * A nullable column with nothing else to say about it.
     *
     * @param name its name
     * @param type what it can hold
     * @return the column
     */
    public static Column of(String name, ColumnType type) {
        return new Column(
                name,
                type,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /**
     * The same column under another name.
     *
     * @param newName the other name
     * @return a copy
     */
    public Column withName(String newName) {
        return with(parts -> parts.name = newName);
    }

    /**
     * The same column with another type.
     *
     * @param newType the other type
     * @return a copy
     */
    public Column withType(ColumnType newType) {
        return with(parts -> parts.type = newType);
    }

    /**
     * The same column, nullable or not.
     *
     * @param mayBeNull whether it may hold null
     * @return a copy
     */
    public Column withNullable(boolean mayBeNull) {
        return with(parts -> parts.nullable = mayBeNull);
    }

    /**
     * The same column with another default.
     *
     * @param newDefault the value of a row that names none; empty for none
     * @return a copy
     */
    public Column withDefault(Optional<DefaultValue> newDefault) {
        return with(parts -> parts.defaultValue = newDefault);
    }

    /**
     * The same column, numbered by the database or not.
     *
     * @param newIdentity how the database numbers it; empty for not at all
     * @return a copy
     */
    public Column withIdentity(Optional<Identity> newIdentity) {
        return with(parts -> parts.identity = newIdentity);
    }

    /**
     * The same column, computed or not.
     *
     * @param newGenerated how it is computed; empty for not at all
     * @return a copy
     */
    public Column withGenerated(Optional<Generated> newGenerated) {
        return with(parts -> parts.generated = newGenerated);
    }

    /**
     * The same column with another comment.
     *
     * @param newComment the comment; empty for none
     * @return a copy
     */
    public Column withComment(Optional<String> newComment) {
        return with(parts -> parts.comment = newComment);
    }

    /**
     * The same column with another character set, in the collation that this implies.
     *
     * @param newCharset the character set; empty for the collation's, or the table's
     * @return a copy
     */
    public Column withCharset(Optional<String> newCharset) {
        return with(parts -> parts.charset = newCharset);
    }

    /**
     * The same column with another collation.
     *
     * @param newCollation the collation; empty for the table's
     * @return a copy
     */
    public Column withCollation(Optional<String> newCollation) {
        return with(parts -> parts.collation = newCollation);
    }

    /**
     * The same column, set by updates or not.
     *
     * @param expression what an update sets it to; empty for nothing
     * @return a copy
     */
    public Column withOnUpdate(Optional<String> expression) {
        return with(parts -> parts.onUpdate = expression);
    }

    /**
     * The same column, seen by {@code SELECT *} or not.
     *
     * @param hidden whether it is left out
     * @return a copy
     */
    public Column withInvisible(boolean hidden) {
        return with(parts -> parts.invisible = hidden);
    }

    /**
     * The same column with other numbers.
     *
     * @param newNumbering which numbers it gets; empty for 1, 2, 3 and so on
     * @return a copy
     */
    public Column withNumbering(Optional<Numbering> newNumbering) {
        return with(parts -> parts.numbering = newNumbering);
    }

    private Column with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new Column(
                parts.name,
                parts.type,
                parts.nullable,
                parts.defaultValue,
                parts.identity,
                parts.generated,
                parts.comment,
                parts.charset,
                parts.collation,
                parts.onUpdate,
                parts.invisible,
                parts.numbering);
    }

    /** All that is said about a column, while one part of it changes. */
    private static final class Parts {
        private String name;
        private ColumnType type;
        private boolean nullable;
        private Optional<DefaultValue> defaultValue;
        private Optional<Identity> identity;
        private Optional<Generated> generated;
        private Optional<String> comment;
        private Optional<String> charset;
        private Optional<String> collation;
        private Optional<String> onUpdate;
        private boolean invisible;
        private Optional<Numbering> numbering;

        Parts(Column column) {
            name = column.name;
            type = column.type;
            nullable = column.nullable;
            defaultValue = column.defaultValue;
            identity = column.identity;
            generated = column.generated;
            comment = column.comment;
            charset = column.charset;
            collation = column.collation;
            onUpdate = column.onUpdate;
            invisible = column.invisible;
            numbering = column.numbering;
        }
    }

    /**
     * Whether it cannot be added as it is where there are rows.
     *
     * @return true, when it must not be null and nothing says its value
     */
    public boolean needsValue() {
        return !nullable && defaultValue.isEmpty() && identity.isEmpty() && generated.isEmpty();
    }
}
