package dev.migrate;

/** Says more about a check. Every method returns the same check. */
public interface CheckSpec {

    /**
     * A name of one's own instead of the conventional {@code ck_<table>_<name>}.
     *
     * @param name the full name
     * @return this check
     */
    CheckSpec named(String name);

    /**
     * Applies to rows that are written from now on, and does not look at those that are there: {@code NOT VALID}
     * (PostgreSQL). The table is locked for a moment only; {@link Operations#validateConstraint} looks later, while others
     * write.
     *
     * @return this check
     */
    CheckSpec notValid();

    /**
     * Is there to be read, and refuses nothing: {@code NOT ENFORCED} (MySQL 8.0.16, PostgreSQL 18).
     *
     * @return this check
     */
    CheckSpec notEnforced();

    /**
     * Does not hold for tables that inherit from this one: {@code NO INHERIT} (PostgreSQL).
     *
     * @return this check
     */
    CheckSpec noInherit();
}
