package dev.migrate;

/** Describes an index. Every method returns the same index. */
public interface IndexSpec {

    /**
     * A name of one's own instead of the conventional {@code ix_<table>_<columns>}.
     *
     * @param name the full name
     * @return this index
     */
    IndexSpec named(String name);

    /**
     * Adds columns, in ascending order.
     *
     * @param column the first column
     * @param more further columns, in order
     * @return this index
     */
    IndexSpec on(String column, String... more);

    /**
     * Adds a column in descending order.
     *
     * @param column the column
     * @return this index
     */
    IndexSpec desc(String column);

    /**
     * Adds an expression; the index then needs a name of its own.
     *
     * @param sql an expression of the database's own SQL, without the outer parentheses
     * @return this index
     */
    IndexSpec onExpression(String sql);

    /**
     * Indexes only the beginning of the last column (MySQL, MariaDB).
     *
     * @param length characters of text or bytes of binary data, at least 1
     * @return this index
     */
    IndexSpec prefix(int length);

    /**
     * No two rows have the same values.
     *
     * @return this index
     */
    IndexSpec unique();

    /**
     * Indexes only some rows (PostgreSQL, SQLite).
     *
     * @param condition SQL that is true for the rows to index
     * @return this index
     */
    IndexSpec where(String condition);

    /**
     * Builds the index without keeping writers out, outside of the transaction, where the database has a way to say so
     * (PostgreSQL). Elsewhere it has no effect: InnoDB builds indexes in place anyway.
     *
     * @return this index
     */
    IndexSpec concurrently();

    /**
     * Leaves the index out when its table has one of that name already, whatever it looks like. The run says so. A
     * migration that says this cannot be undone by itself. Only for {@link Operations#createIndex}.
     *
     * @return this
     */
    IndexSpec ifNotExists();
}
