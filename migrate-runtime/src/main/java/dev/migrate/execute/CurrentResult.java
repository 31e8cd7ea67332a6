package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where a database stands.
 *
 * @param database the database
 * @param revisions its rows, and branch tips that are applied only because a row depends on them; sorted
 * @param atHeads whether nothing is pending
 */
public record CurrentResult(DatabaseInfo database, List<RevisionDetail> revisions, boolean atHeads) {

    public CurrentResult {
        requireNonNull(database, "database");
        revisions = List.copyOf(revisions);
    }
}
