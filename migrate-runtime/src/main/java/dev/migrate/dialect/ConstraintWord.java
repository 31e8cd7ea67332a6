package dev.migrate.dialect;

/** What can be said about a constraint beside what it is. No two databases know the same of these words. */
public enum ConstraintWord {
    /** {@code DEFERRABLE}. */
    DEFERRABLE("constraints that wait for the end of a transaction"),
    /** {@code NOT VALID}. */
    NOT_VALID("constraints that leave unchecked what is there already"),
    /** {@code NOT ENFORCED}. */
    NOT_ENFORCED("constraints that are not enforced"),
    /** {@code NO INHERIT}. */
    NO_INHERIT("checks that are not inherited"),
    /** {@code MATCH FULL}. */
    MATCH_FULL("foreign keys that match in full"),
    /** {@code ON DELETE SET NULL (a, b)}. */
    EMPTIED_COLUMNS("foreign keys that set some of their columns only"),
    /** {@code NULLS NOT DISTINCT}. */
    NULLS_NOT_DISTINCT("unique constraints for which nulls are equal"),
    /** {@code INCLUDE (a, b)}. */
    INCLUDE("keys that keep columns besides"),
    /** {@code EXCLUDE}. */
    EXCLUDE("exclusion constraints");

    private final String feature;

    ConstraintWord(String feature) {
        this.feature = feature;
    }

    /** What a database lacks that does not know the word, in the plural. */
    String feature() {
        return feature;
    }
}
