package dev.migrate;

/** Says more about an operation that takes something away. Each method returns the same operation. */
public interface Dropped {

    /**
     * Leaves the operation out when there is nothing of that name. The run says so.
     *
     * <p>A migration that says this cannot be undone by itself: nothing tells the way back whether there was anything to
     * take away on the way up.
     *
     * @return this
     */
    Dropped ifExists();
}
