package dev.migrate;

/** Says more about an operation that changes something. Each method returns the same operation. */
public interface Changed {

    /**
     * Leaves the operation out when what it changes is not there: the table that is renamed, the column that is altered
     * (a table that is not there has none). The run says so.
     *
     * <p>A migration that says this cannot be undone by itself: nothing tells the way back whether there was anything to
     * change on the way up.
     *
     * @return this
     */
    Changed ifExists();
}
