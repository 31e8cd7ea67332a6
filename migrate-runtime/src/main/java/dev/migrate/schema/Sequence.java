package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A source of numbers beside the tables of a schema. What numbers an identity or {@code serial} column is part of that
 * column, and no sequence of its own.
 *
 * @param name its name
 * @param type the integer type of its numbers; empty for the widest that the database has
 * @param start the first number it gives
 * @param increment the distance from one number to the next; negative when it counts down, never zero
 * @param minimum the lowest number it gives; empty for what the database takes
 * @param maximum the highest number it gives; empty for what the database takes
 * @param cache how many numbers a session takes at once; empty for what the database takes
 * @param cycle whether it begins again when it has given its last number
 * @param owner the column with which it goes (PostgreSQL)
 * @param comment what the database keeps as its comment; never empty text
 */
public record Sequence(
        TableName name,
        Optional<ColumnType> type,
        long start,
        long increment,
        Optional<Long> minimum,
        Optional<Long> maximum,
        Optional<Long> cache,
        boolean cycle,
        Optional<Owner> owner,
        Optional<String> comment)
        implements SchemaObject {

    public Sequence {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(minimum, "minimum");
        requireNonNull(maximum, "maximum");
        requireNonNull(cache, "cache");
        requireNonNull(owner, "owner");
        comment = comment.filter(text -> !text.isEmpty());
        if (increment == 0) {
            throw new IllegalArgumentException("a sequence whose numbers are 0 apart");
        }
    }

    /**
     * The column with which a sequence goes.
     *
     * @param table its table
     * @param column its name
     */
    public record Owner(TableName table, String column) {
        public Owner {
            requireNonNull(table, "table");
            requireNonNull(column, "column");
        }
    }

    /**
     * A sequence that gives 1, 2, 3 and so on.
     *
     * @param name its name
     * @return the sequence
     */
    public static Sequence of(TableName name) {
        return new Sequence(
                name,
                Optional.empty(),
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The first number of a sequence of which nobody said it.
     *
     * @param increment the distance from one number to the next
     * @param minimum the lowest number, where it was said
     * @param maximum the highest number, where it was said
     * @return the lowest number of one that counts up, the highest of one that counts down
     */
    public static long firstNumber(long increment, Optional<Long> minimum, Optional<Long> maximum) {
        return increment > 0 ? minimum.orElse(1L) : maximum.orElse(-1L);
    }

    /**
     * Its numbers.
     *
     * @return which numbers it gives
     */
    public Numbering numbering() {
        return new Numbering(Optional.empty(), start, increment, minimum, maximum, cache, cycle);
    }

    /**
     * The same sequence, going with a column or with none.
     *
     * @param newOwner the column; empty for none
     * @return a copy
     */
    public Sequence withOwner(Optional<Owner> newOwner) {
        return new Sequence(name, type, start, increment, minimum, maximum, cache, cycle, newOwner, comment);
    }

    @Override
    public Sequence withName(TableName newName) {
        return new Sequence(newName, type, start, increment, minimum, maximum, cache, cycle, owner, comment);
    }

    @Override
    public Sequence withComment(Optional<String> newComment) {
        return new Sequence(name, type, start, increment, minimum, maximum, cache, cycle, owner, newComment);
    }
}
