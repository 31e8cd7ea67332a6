package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.Direction;
import dev.migrate.plan.PlannedStep;
import java.util.List;

/**
 * One revision in one direction.
 *
 * @param revision the revision's id
 * @param message what the revision does; may be empty
 * @param upgrade whether it is applied; else it is undone
 * @param downRevisions the ids it follows; empty for a base
 */
public record StepInfo(String revision, String message, boolean upgrade, List<String> downRevisions) {

    public StepInfo {
        requireNonNull(revision, "revision");
        requireNonNull(message, "message");
        downRevisions = List.copyOf(downRevisions);
    }

    static StepInfo of(PlannedStep planned) {
        return new StepInfo(
                planned.entry().id(),
                planned.entry().message(),
                planned.step().direction() == Direction.UP,
                planned.entry().node().downRevisions());
    }

    /**
     * Where the step leads, as people read it.
     *
     * @return {@code a1 -> b2} for an upgrade, {@code b2 -> a1} for its way back
     */
    public String arrow() {
        String down = downRevisions.isEmpty() ? "<base>" : String.join(", ", downRevisions);
        return upgrade ? down + " -> " + revision : revision + " -> " + down;
    }
}
