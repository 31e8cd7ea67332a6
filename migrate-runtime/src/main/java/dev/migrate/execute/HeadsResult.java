package dev.migrate.execute;

import java.util.List;

/**
 * The revisions that nothing follows, sorted.
 *
 * @param revisions the revisions
 */
public record HeadsResult(List<RevisionDetail> revisions) {

    public HeadsResult {
        revisions = List.copyOf(revisions);
    }
}
