package dev.migrate.plan;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.RevisionStep;
import dev.migrate.index.RevisionEntry;
import dev.migrate.operation.Operation;
import java.util.List;

/**
 * One revision in one direction, and all that it will do.
 *
 * @param entry what the index knows of the revision
 * @param step its direction, and what it means for the version table
 * @param operations what its migration recorded, in order; maybe nothing
 */
public record PlannedStep(RevisionEntry entry, RevisionStep step, List<Operation> operations) {

    public PlannedStep {
        requireNonNull(entry, "entry");
        requireNonNull(step, "step");
        operations = List.copyOf(operations);
    }
}
