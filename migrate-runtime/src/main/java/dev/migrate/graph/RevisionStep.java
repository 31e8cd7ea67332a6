package dev.migrate.graph;

import static java.util.Objects.requireNonNull;

/**
 * One revision in one direction, and what it means for the version table.
 *
 * @param direction up or down
 * @param revision the revision's id
 * @param change how the rows change; after it they are the maximal applied revisions again
 */
public record RevisionStep(Direction direction, String revision, RowChange change) {

    public RevisionStep {
        requireNonNull(direction, "direction");
        requireNonNull(revision, "revision");
        requireNonNull(change, "change");
    }
}
