package dev.migrate;

/**
 * A migration whose way back is computed. Each operation of {@link #change} must be one that can be undone; the first
 * that cannot be is refused when it is recorded.
 */
public interface ReversibleMigration extends Migration {

    /**
     * Records what brings the database from the down revision to this one.
     *
     * @param op what can be done to a database; valid during this call only
     */
    void change(Operations op);

    @Override
    default void upgrade(Operations op) {
        change(op);
    }

    @Override
    default void downgrade(Operations op) {
        op.inverseOf(this::change);
    }
}
