package dev.migrate.plan;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.RevisionStep;
import dev.migrate.index.RevisionEntry;
import dev.migrate.operation.Operation;
import dev.migrate.record.Recording;
import java.util.List;

/**
 * One revision in one direction, and all that it will do.
 *
 * @param entry what the index knows of the revision
 * @param step its direction, and what it means for the version table
 * @param recording what its migration recorded, and what that depended on
 */
public record PlannedStep(RevisionEntry entry, RevisionStep step, Recording recording) {

    public PlannedStep {
        requireNonNull(entry, "entry");
        requireNonNull(step, "step");
        requireNonNull(recording, "recording");
    }

    /**
     * What the migration recorded.
     *
     * @return its operations, in order; maybe nothing
     */
    public List<Operation> operations() {
        return recording.operations();
    }
}
