package dev.migrate;

/**
 * One step of a history, in both directions.
 *
 * <p>Both methods only <em>record</em>: nothing touches a database while they run, and they are called more than once.
 * What they record must depend on nothing but the class, the database and its version, and the values that
 * {@link Operations#x} returns. Time and random values belong into SQL or into {@link Operations#run}.
 */
public interface Migration {

    /**
     * Records what brings the database from the down revision to this one.
     *
     * @param op what can be done to a database; valid during this call only
     */
    void upgrade(Operations op);

    /**
     * Records what undoes {@link #upgrade}. Where nothing can, mark the class {@link Irreversible} and leave this
     * empty.
     *
     * @param op what can be done to a database; valid during this call only
     */
    void downgrade(Operations op);
}
