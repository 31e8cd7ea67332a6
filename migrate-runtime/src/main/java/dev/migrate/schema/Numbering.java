package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which numbers an identity column gets.
 *
 * @param sequence the name of the sequence behind it, where that stands in the column's default (PostgreSQL's
 *     {@code serial}); empty for a column that is numbered by itself
 * @param start the first number
 * @param increment the distance from one number to the next; negative when it counts down, never zero
 * @param minimum the lowest number; empty for what the database takes
 * @param maximum the highest number; empty for what the database takes
 * @param cache how many numbers a session takes at once; empty for what the database takes
 * @param cycle whether it begins again after its last number
 */
public record Numbering(
        Optional<String> sequence,
        long start,
        long increment,
        Optional<Long> minimum,
        Optional<Long> maximum,
        Optional<Long> cache,
        boolean cycle) {

    /** 1, 2, 3 and so on. */
    public static final Numbering PLAIN =
            new Numbering(Optional.empty(), 1, 1, Optional.empty(), Optional.empty(), Optional.empty(), false);

    public Numbering {
        requireNonNull(sequence, "sequence");
        requireNonNull(minimum, "minimum");
        requireNonNull(maximum, "maximum");
        requireNonNull(cache, "cache");
        if (increment == 0) {
            throw new IllegalArgumentException("numbers that are 0 apart");
        }
    }

    /**
     * The same numbers of a column that is numbered by itself.
     *
     * @return a copy
     */
    public Numbering withoutSequence() {
        return new Numbering(Optional.empty(), start, increment, minimum, maximum, cache, cycle);
    }
}
