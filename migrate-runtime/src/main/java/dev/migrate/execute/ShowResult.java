package dev.migrate.execute;

import java.util.List;

/**
 * The revisions that were asked for.
 *
 * @param revisions the revisions
 */
public record ShowResult(List<RevisionDetail> revisions) {

    public ShowResult {
        revisions = List.copyOf(revisions);
    }
}
