package dev.migrate.execute;

/** What an operation allows to be concluded about a statement of it that was cut off. */
enum Doubt {
    /** Its effect can be seen in the database: where it is there, it was done. */
    LOOK,
    /** A second run does the same as the first. */
    REPEAT,
    /** Nobody can tell, and a second run may do harm: a person has to look. */
    STOP
}
