package dev.migrate.simulate;

import dev.migrate.problem.Problem;
import java.util.List;

/**
 * What a simulation found.
 *
 * @param revisions how many revisions were recorded and applied
 * @param operations how many operations they recorded, in both directions
 * @param problems what is wrong, in the order of the history; empty when it is sound
 * @param unseen what hides something from the simulation, each with its place: raw SQL about tables, scripts, code,
 *     decisions; in the order of the history
 */
public record Simulated(int revisions, int operations, List<Problem> problems, List<String> unseen) {

    public Simulated {
        problems = List.copyOf(problems);
        unseen = List.copyOf(unseen);
    }
}
