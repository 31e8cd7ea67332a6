package dev.migrate.diff;

/**
 * When an operation comes, among all others: nothing is dropped that something else still stands on, and nothing is made
 * before what it stands on. Within a phase the order is that of names, but for tables, which follow their references.
 */
enum Phase {
    DROP_VIEWS,
    DROP_FOREIGN_KEYS,
    /** What has a name that something of another table is to get. */
    FREE_NAMES,
    CREATE_OBJECTS,
    CREATE_TABLES,
    DROP_KEYS,
    /** What comes back under the same name, and what is computed from others. */
    DROP_COLUMNS_FIRST,
    ADD_COLUMNS,
    FILL_COLUMNS,
    ALTER_COLUMNS,
    DROP_COLUMNS,
    /** When all that they are computed from is as it should be. */
    ADD_COMPUTED_COLUMNS,
    ADD_KEYS,
    DESCRIBE_TABLES,
    ADD_FOREIGN_KEYS,
    CREATE_VIEWS,
    DROP_TABLES,
    DROP_OBJECTS;

    /** Whether it changes one table, and comes beside the other changes of that table. */
    boolean isOfATable() {
        return compareTo(DROP_KEYS) >= 0 && compareTo(DESCRIBE_TABLES) <= 0;
    }

    /** Whether it may be part of one {@code ALTER TABLE} with its neighbours. */
    boolean isWithinATable() {
        return isOfATable() && this != FILL_COLUMNS;
    }
}
