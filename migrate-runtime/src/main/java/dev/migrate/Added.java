package dev.migrate;

/** Says more about an operation that makes something. Each method returns the same operation. */
public interface Added {

    /**
     * Leaves the operation out when something of that name is there already, whatever it looks like. The run says so.
     *
     * <p>A migration that says this cannot be undone by itself: nothing tells the way back whether there was anything to
     * do on the way up.
     *
     * @return this
     */
    Added ifNotExists();
}
