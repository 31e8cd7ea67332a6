package dev.migrate;

/** What happens to a row when the row it refers to goes away or changes its key. */
public enum Action {
    /** The change is refused, at the end of the statement or the transaction. */
    NO_ACTION,
    /** The change is refused at once. */
    RESTRICT,
    /** The row goes away or changes as well. */
    CASCADE,
    /** The row's reference becomes null. */
    SET_NULL,
    /** The row's reference becomes its default; MySQL's InnoDB refuses this. */
    SET_DEFAULT
}
