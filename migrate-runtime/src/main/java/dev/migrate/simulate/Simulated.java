package dev.migrate.simulate;

import dev.migrate.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a simulation found.
 *
 * @param revisions how many revisions were recorded and applied
 * @param operations how many operations they recorded, in both directions
 * @param problems what is wrong, in the order of the history; empty when it is sound
 * @param unseen what hides something from the simulation, each with its place: raw SQL about tables, scripts, code,
 *     decisions; in the order of the history
 * @param recorded what each migration recorded, in the order in which they were asked
 */
public record Simulated(
        int revisions, int operations, List<Problem> problems, List<String> unseen, List<Recorded> recorded) {

    public Simulated {
        problems = List.copyOf(problems);
        unseen = List.copyOf(unseen);
        recorded = List.copyOf(recorded);
    }

    /**
     * The same with more problems.
     *
     * @param more what else is wrong
     * @return a copy
     */
    public Simulated and(List<Problem> more) {
        return new Simulated(
                revisions,
                operations,
                Stream.concat(problems.stream(), more.stream()).toList(),
                unseen,
                recorded);
    }
}
