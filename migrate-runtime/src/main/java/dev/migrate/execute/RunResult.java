package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an upgrade or a downgrade did.
 *
 * @param database the database it was done to
 * @param before the rows of the version table before, sorted
 * @param after the rows of the version table now, sorted
 * @param steps what was done, in order; empty when there was nothing to do
 * @param millis how long the whole run took, waiting included
 */
public record RunResult(
        DatabaseInfo database, List<String> before, List<String> after, List<StepResult> steps, long millis) {

    public RunResult {
        requireNonNull(database, "database");
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
    }

    /**
     * One step that was done.
     *
     * @param step the step
     * @param statements how many statements were sent, code and questions included
     * @param millis how long it took
     */
    public record StepResult(StepInfo step, int statements, long millis) {
        public StepResult {
            requireNonNull(step, "step");
        }
    }

    /**
     * How many statements were sent.
     *
     * @return the sum over all steps
     */
    public int statements() {
        return steps.stream().mapToInt(StepResult::statements).sum();
    }
}
