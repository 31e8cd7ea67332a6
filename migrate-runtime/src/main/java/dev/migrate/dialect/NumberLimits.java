package dev.migrate.dialect;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Numbering;

/**
 * What a database takes for a sequence of which nobody said it.
 *
 * @param lowest the lowest number of one that counts down
 * @param highest the highest number of one that counts up
 * @param cache how many numbers a session takes at once
 */
public record NumberLimits(long lowest, long highest, long cache) {

    /**
     * The limits of a type.
     *
     * @param type the type of the numbers
     * @param cache how many a session takes at once
     * @return all numbers of an integer type; those of 64 bits for another one
     */
    public static NumberLimits of(ColumnType type, long cache) {
        int unused = type instanceof ColumnType.IntegerType integer ? Long.SIZE - integer.bits() : 0;
        return new NumberLimits(Long.MIN_VALUE >> unused, Long.MAX_VALUE >> unused, cache);
    }

    /**
     * The lowest number when nobody says.
     *
     * @param increment the distance from one number to the next
     * @return the number
     */
    public long minimum(long increment) {
        return increment > 0 ? 1 : lowest;
    }

    /**
     * The highest number when nobody says.
     *
     * @param increment the distance from one number to the next
     * @return the number
     */
    public long maximum(long increment) {
        return increment > 0 ? highest : -1;
    }

    /**
     * The same numbers, without what the database takes by itself.
     *
     * @param numbering which numbers a column gets
     * @return what has to be said of them
     */
    public Numbering said(Numbering numbering) {
        return new Numbering(
                numbering.sequence(),
                numbering.start(),
                numbering.increment(),
                numbering.minimum().filter(number -> number != minimum(numbering.increment())),
                numbering.maximum().filter(number -> number != maximum(numbering.increment())),
                numbering.cache().filter(numbers -> numbers != cache),
                numbering.cycle());
    }
}
