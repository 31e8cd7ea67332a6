package dev.migrate;

/**
 * Describes an exclusion constraint (PostgreSQL): of any two rows, at least one of its comparisons is not true. Every method
 * returns the same constraint.
 */
public interface ExcludeSpec {

    /**
     * A name of one's own instead of the conventional {@code ex_<table>_<columns>}.
     *
     * @param name the full name
     * @return this constraint
     */
    ExcludeSpec named(String name);

    /**
     * Compares a column: {@code room_id WITH =}.
     *
     * @param column the column
     * @param operator the operator, which gives the same for (a, b) as for (b, a): {@code =}, {@code &&}
     * @return this constraint
     */
    ExcludeSpec on(String column, String operator);

    /**
     * Compares an expression: {@code (tstzrange(starts_at, ends_at)) WITH &&}; the constraint then needs a name of its own.
     *
     * @param sql an expression, without the outer parentheses
     * @param operator the operator, which gives the same for (a, b) as for (b, a)
     * @return this constraint
     */
    ExcludeSpec onExpression(String sql, String operator);

    /**
     * The operator class of the last column or expression.
     *
     * @param name its name in SQL: {@code inet_ops}
     * @return this constraint
     */
    ExcludeSpec operatorClass(String name);

    /**
     * How the index behind the constraint is built; {@code gist}, unless this is said. For numbers and text beside
     * ranges, {@code gist} needs the extension {@code btree_gist}.
     *
     * @param method {@code gist}, {@code spgist}, {@code btree}, {@code hash}
     * @return this constraint
     */
    ExcludeSpec using(String method);

    /**
     * Is about some rows only.
     *
     * @param condition SQL that is true for those rows
     * @return this constraint
     */
    ExcludeSpec where(String condition);

    /**
     * Keeps more columns in the index behind the constraint: {@code INCLUDE (…)}.
     *
     * @param column the first column
     * @param more further columns, in order
     * @return this constraint
     */
    ExcludeSpec include(String column, String... more);

    /**
     * Can be checked at the end of a transaction, in those that ask for it: {@code DEFERRABLE}.
     *
     * @return this constraint
     */
    ExcludeSpec deferrable();

    /**
     * Is checked at the end of each transaction: {@code DEFERRABLE INITIALLY DEFERRED}.
     *
     * @return this constraint
     */
    ExcludeSpec initiallyDeferred();
}
