package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.index.HistoryEntry;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.SortedSet;

/**
 * Which history of a module a goal works on: the one that is named, or the only one there is. The unnamed history is
 * called {@code unnamed} where it must be told from others.
 */
final class ChosenHistory {

    private ChosenHistory() {}

    /** The name as the index has it; empty for the unnamed history. */
    static String inIndex(Settings settings) {
        return settings.history()
                .filter(name -> !name.equals(HistoryEntry.UNNAMED))
                .orElse("");
    }

    /**
     * The settings as the history sees them.
     *
     * @param settings what was given
     * @param histories the names of all histories of the module, as the index has them
     * @param goal the goal, for the command to give
     * @throws MigrateException {@code ambiguous-history}, when there are several and none was named
     */
    static Settings narrow(Settings settings, SortedSet<String> histories, String goal) {
        if (settings.history().isPresent() || histories.isEmpty()) {
            return settings;
        }
        if (histories.size() > 1) {
            throw new MigrateException(ambiguous(histories, goal));
        }
        return histories.first().isEmpty() ? settings : settings.forHistory(histories.first());
    }

    private static Problem ambiguous(SortedSet<String> histories, String goal) {
        StringBuilder commands = new StringBuilder("name one:");
        histories.forEach(name -> commands.append("\nmvn migrate:")
                .append(goal)
                .append(" -D")
                .append(Catalogue.HISTORY.property())
                .append('=')
                .append(shown(name)));
        return Problem.of(
                        ProblemCode.AMBIGUOUS_HISTORY,
                        "this module has " + histories.size() + " histories: "
                                + String.join(
                                        ", ",
                                        histories.stream()
                                                .map(ChosenHistory::shown)
                                                .toList()))
                .at(Catalogue.HISTORY.property())
                .next(commands.toString());
    }

    /** The name that a user gives it. */
    static String shown(String history) {
        return history.isEmpty() ? HistoryEntry.UNNAMED : history;
    }
}
