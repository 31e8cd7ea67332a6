package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

/**
 * A source of numbers beside the tables of a schema. What numbers an identity column is part of that column, and no
 * sequence of its own.
 *
 * @param name its name
 * @param start the first number it gave
 * @param increment the distance from one number to the next; negative when it counts down
 * @param minimum the lowest number it gives
 * @param maximum the highest number it gives
 * @param cache how many numbers a session takes at once; 1 where it takes one by one
 * @param cycle whether it begins again when it has given its last number
 */
public record Sequence(
        TableName name, long start, long increment, long minimum, long maximum, long cache, boolean cycle) {

    public Sequence {
        requireNonNull(name, "name");
    }
}
