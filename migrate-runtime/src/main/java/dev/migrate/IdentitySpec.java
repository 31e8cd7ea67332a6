package dev.migrate;

/** Says how a column is numbered. What is not said is as the database has it. Every method returns the same numbering. */
public interface IdentitySpec {

    /**
     * The database refuses rows that bring a number along: {@code GENERATED ALWAYS AS IDENTITY}. Else a row may bring one
     * ({@code BY DEFAULT}).
     *
     * @return this numbering
     */
    IdentitySpec always();

    /**
     * The first number: {@code START WITH 1000}.
     *
     * @param number the number
     * @return this numbering
     */
    IdentitySpec startWith(long number);

    /**
     * The distance from one number to the next: {@code INCREMENT BY 10}.
     *
     * @param distance negative to count down; never zero
     * @return this numbering
     */
    IdentitySpec incrementBy(long distance);

    /**
     * The lowest number: {@code MINVALUE 1}.
     *
     * @param number the number
     * @return this numbering
     */
    IdentitySpec minValue(long number);

    /**
     * The highest number: {@code MAXVALUE 9999}.
     *
     * @param number the number
     * @return this numbering
     */
    IdentitySpec maxValue(long number);

    /**
     * How many numbers a session takes at once: {@code CACHE 20}. Those it does not use are lost when it ends.
     *
     * @param numbers at least 1
     * @return this numbering
     */
    IdentitySpec cache(long numbers);

    /**
     * Begins again when the last number was given: {@code CYCLE}.
     *
     * @return this numbering
     */
    IdentitySpec cycle();
}
