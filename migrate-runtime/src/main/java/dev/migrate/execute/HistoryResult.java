package dev.migrate.execute;

import java.util.List;

/**
 * The revisions of a range, newest first.
 *
 * @param revisions the revisions
 */
public record HistoryResult(List<RevisionDetail> revisions) {

    public HistoryResult {
        revisions = List.copyOf(revisions);
    }
}
