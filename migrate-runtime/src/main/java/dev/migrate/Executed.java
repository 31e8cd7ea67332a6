package dev.migrate;

/**
 * Says what migrate cannot know about a statement or code of one's own, so that a run which was cut off can go on without
 * asking. Each method returns the same statement.
 */
public interface Executed {

    /**
     * How to see that it took effect.
     *
     * @param query a query of one row and one column, which is true (or not zero) when the effect is there
     * @return this
     */
    Executed doneWhen(String query);

    /**
     * Running it twice does the same as running it once.
     *
     * @return this
     */
    Executed repeatable();
}
