package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.Problem;
import java.util.List;

/**
 * What was found in a history without asking a database.
 *
 * @param database the database and version it was held against: {@code MySQL 8.4.0}
 * @param revisions how many revisions were recorded and applied to a schema in the mind
 * @param operations how many operations they recorded, in both directions
 * @param problems what is wrong, in the order of the history; empty when it is sound
 * @param unseen what could not be followed, each with its place: raw SQL about tables, scripts, code, decisions
 */
public record ValidateResult(
        String database, int revisions, int operations, List<Problem> problems, List<String> unseen) {

    public ValidateResult {
        requireNonNull(database, "database");
        problems = List.copyOf(problems);
        unseen = List.copyOf(unseen);
    }
}
