package dev.migrate.schema;

/** How a database numbers the rows of a table. */
public enum Identity {
    /** The database gives a number when the row names none; MySQL's {@code AUTO_INCREMENT}. */
    BY_DEFAULT,
    /** The database gives the number, and a row that names one is refused. */
    ALWAYS
}
