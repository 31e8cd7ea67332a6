package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

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
        return new Column(
                newName,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                charset,
                collation,
                onUpdate,
                invisible,
                numbering);
    }

    /**
     * The same column with another type.
     *
     * @param newType the other type
     * @return a copy
     */
    public Column withType(ColumnType newType) {
        return new Column(
                name,
                newType,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                charset,
                collation,
                onUpdate,
                invisible,
                numbering);
    }

    /**
     * The same column, nullable or not.
     *
     * @param mayBeNull whether it may hold null
     * @return a copy
     */
    public Column withNullable(boolean mayBeNull) {
        return new Column(
                name,
                type,
                mayBeNull,
                defaultValue,
                identity,
                generated,
                comment,
                charset,
                collation,
                onUpdate,
                invisible,
                numbering);
    }

    /**
     * The same column with another default.
     *
     * @param newDefault the value of a row that names none; empty for none
     * @return a copy
     */
    public Column withDefault(Optional<DefaultValue> newDefault) {
        return new Column(
                name,
                type,
                nullable,
                newDefault,
                identity,
                generated,
                comment,
                charset,
                collation,
                onUpdate,
                invisible,
                numbering);
    }

    /**
     * The same column, numbered by the database or not.
     *
     * @param newIdentity how the database numbers it; empty for not at all
     * @return a copy
     */
    public Column withIdentity(Optional<Identity> newIdentity) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                newIdentity,
                generated,
                comment,
                charset,
                collation,
                onUpdate,
                invisible,
                numbering);
    }

    /**
     * The same column, computed or not.
     *
     * @param newGenerated how it is computed; empty for not at all
     * @return a copy
     */
    public Column withGenerated(Optional<Generated> newGenerated) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                identity,
                newGenerated,
                comment,
                charset,
                collation,
                onUpdate,
                invisible,
                numbering);
    }

    /**
     * The same column with another comment.
     *
     * @param newComment the comment; empty for none
     * @return a copy
     */
    public Column withComment(Optional<String> newComment) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                newComment,
                charset,
                collation,
                onUpdate,
                invisible,
                numbering);
    }

    /**
     * The same column with another character set, in the collation that this implies.
     *
     * @param newCharset the character set; empty for the collation's, or the table's
     * @return a copy
     */
    public Column withCharset(Optional<String> newCharset) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                newCharset,
                collation,
                onUpdate,
                invisible,
                numbering);
    }

    /**
     * The same column with another collation.
     *
     * @param newCollation the collation; empty for the table's
     * @return a copy
     */
    public Column withCollation(Optional<String> newCollation) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                charset,
                newCollation,
                onUpdate,
                invisible,
                numbering);
    }

    /**
     * The same column, set by updates or not.
     *
     * @param expression what an update sets it to; empty for nothing
     * @return a copy
     */
    public Column withOnUpdate(Optional<String> expression) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                charset,
                collation,
                expression,
                invisible,
                numbering);
    }

    /**
     * The same column, seen by {@code SELECT *} or not.
     *
     * @param hidden whether it is left out
     * @return a copy
     */
    public Column withInvisible(boolean hidden) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                charset,
                collation,
                onUpdate,
                hidden,
                numbering);
    }

    /**
     * The same column with other numbers.
     *
     * @param newNumbering which numbers it gets; empty for 1, 2, 3 and so on
     * @return a copy
     */
    public Column withNumbering(Optional<Numbering> newNumbering) {
        return new Column(
                name,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                charset,
                collation,
                onUpdate,
                invisible,
                newNumbering);
    }
}
