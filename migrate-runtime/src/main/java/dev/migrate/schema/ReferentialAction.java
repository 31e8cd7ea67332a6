package dev.migrate.schema;

/** What happens to a row when the row it refers to is deleted or changes its key. */
public enum ReferentialAction {
    /** The change is refused at the end of the statement or the transaction; SQL's default. */
    NO_ACTION,
    /** The change is refused at once. */
    RESTRICT,
    /** The row is deleted or changed as well. */
    CASCADE,
    /** The reference becomes null. */
    SET_NULL,
    /** The reference becomes its default. */
    SET_DEFAULT;

    /**
     * The action in SQL.
     *
     * @return for example {@code SET NULL}
     */
    public String sql() {
        return name().replace('_', ' ');
    }
}
