package dev.migrate;

/** Says what changes about a sequence; the rest stays as it is. Every method returns the same change. */
public interface SequenceChange {

    /**
     * Numbers of 16 bits: {@code AS SMALLINT}.
     *
     * @return this change
     */
    SequenceChange smallint();

    /**
     * Numbers of 32 bits: {@code AS INTEGER}.
     *
     * @return this change
     */
    SequenceChange integer();

    /**
     * Numbers of 64 bits: {@code AS BIGINT}.
     *
     * @return this change
     */
    SequenceChange bigint();

    /**
     * The number with which {@code RESTART} begins: {@code START WITH 1000}. The next number stays as it is.
     *
     * @param number the number
     * @return this change
     */
    SequenceChange startWith(long number);

    /**
     * The distance from one number to the next: {@code INCREMENT BY 10}.
     *
     * @param distance negative to count down; never zero
     * @return this change
     */
    SequenceChange incrementBy(long distance);

    /**
     * The lowest number: {@code MINVALUE 1}.
     *
     * @param number the number
     * @return this change
     */
    SequenceChange minValue(long number);

    /**
     * The lowest number that the database takes by itself: {@code NO MINVALUE}.
     *
     * @return this change
     */
    SequenceChange noMinValue();

    /**
     * The highest number: {@code MAXVALUE 9999}.
     *
     * @param number the number
     * @return this change
     */
    SequenceChange maxValue(long number);

    /**
     * The highest number that the database takes by itself: {@code NO MAXVALUE}.
     *
     * @return this change
     */
    SequenceChange noMaxValue();

    /**
     * How many numbers a session takes at once: {@code CACHE 20}.
     *
     * @param numbers at least 1
     * @return this change
     */
    SequenceChange cache(long numbers);

    /**
     * As many numbers at once as the database takes by itself.
     *
     * @return this change
     */
    SequenceChange usualCache();

    /**
     * Begins again when the last number was given: {@code CYCLE}.
     *
     * @return this change
     */
    SequenceChange cycle();

    /**
     * Ends when the last number was given: {@code NO CYCLE}.
     *
     * @return this change
     */
    SequenceChange noCycle();

    /**
     * Lets the sequence go when a column goes: {@code OWNED BY orders.number} (PostgreSQL).
     *
     * @param table the column's table
     * @param column the column
     * @return this change
     */
    SequenceChange ownedBy(String table, String column);

    /**
     * Lets the sequence stay whatever goes: {@code OWNED BY NONE} (PostgreSQL).
     *
     * @return this change
     */
    SequenceChange notOwned();

    /**
     * The number that is given next: {@code RESTART WITH 5000}. It has no inverse, since nothing tells which number would
     * have come next.
     *
     * @param number the number
     * @return this change
     */
    SequenceChange restartWith(long number);
}
