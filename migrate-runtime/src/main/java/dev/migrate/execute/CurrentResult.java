package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where a database stands.
 *
 * @param database the database
 * @param mark what the database says it is
 * @param revisions its rows, and branch tips that are applied only because a row depends on them; sorted
 * @param atHeads whether nothing is pending
 */
public record CurrentResult(
        DatabaseInfo database, EnvironmentMark mark, List<RevisionDetail> revisions, boolean atHeads) {

    public CurrentResult {
        requireNonNull(database, "database");
        requireNonNull(mark, "mark");
        revisions = List.copyOf(revisions);
    }
}
