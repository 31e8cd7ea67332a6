package dev.migrate;

/** Describes a sequence. What is not said is as the database has it: 1, 2, 3 and so on. Every method returns the same sequence. */
public interface SequenceSpec {

    /**
     * Numbers of 16 bits: {@code AS SMALLINT}. MariaDB has no types of sequences.
     *
     * @return this sequence
     */
    SequenceSpec smallint();

    /**
     * Numbers of 32 bits: {@code AS INTEGER}. MariaDB has no types of sequences.
     *
     * @return this sequence
     */
    SequenceSpec integer();

    /**
     * Numbers of 64 bits: {@code AS BIGINT}, which is so without a word.
     *
     * @return this sequence
     */
    SequenceSpec bigint();

    /**
     * The first number: {@code START WITH 1000}.
     *
     * @param number the number; without a word the lowest, or the highest of a sequence that counts down
     * @return this sequence
     */
    SequenceSpec startWith(long number);

    /**
     * The distance from one number to the next: {@code INCREMENT BY 10}.
     *
     * @param distance negative to count down; never zero
     * @return this sequence
     */
    SequenceSpec incrementBy(long distance);

    /**
     * The lowest number: {@code MINVALUE 1}.
     *
     * @param number the number
     * @return this sequence
     */
    SequenceSpec minValue(long number);

    /**
     * The highest number: {@code MAXVALUE 9999}.
     *
     * @param number the number
     * @return this sequence
     */
    SequenceSpec maxValue(long number);

    /**
     * How many numbers a session takes at once: {@code CACHE 20}. Those it does not use are lost when it ends.
     *
     * @param numbers at least 1
     * @return this sequence
     */
    SequenceSpec cache(long numbers);

    /**
     * Begins again when the last number was given: {@code CYCLE}.
     *
     * @return this sequence
     */
    SequenceSpec cycle();

    /**
     * Lets the sequence go when a column goes: {@code OWNED BY orders.number} (PostgreSQL).
     *
     * @param table the column's table
     * @param column the column
     * @return this sequence
     */
    SequenceSpec ownedBy(String table, String column);

    /**
     * What the database keeps as the sequence's comment.
     *
     * @param text the comment
     * @return this sequence
     */
    SequenceSpec comment(String text);
}
