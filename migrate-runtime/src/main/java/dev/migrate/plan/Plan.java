package dev.migrate.plan;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.RevisionPath;
import java.util.List;

/**
 * What a run will do.
 *
 * @param path the way through the graph, with the rows of the version table before and after
 * @param steps the same way with what each step does, in order; none where nothing is to be done
 */
public record Plan(RevisionPath path, List<PlannedStep> steps) {

    public Plan {
        requireNonNull(path, "path");
        steps = List.copyOf(steps);
    }
}
