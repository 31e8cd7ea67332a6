package dev.migrate.report;

import dev.migrate.execute.ValidateResult;
import dev.migrate.problem.Problem;
import java.util.List;

/** Prints what was found in a history without a database. */
public final class ValidateReport {

    private static final int MOST_PLACES = 10;

    private ValidateReport() {}

    /**
     * Everything but the problems, which are an error to be thrown.
     *
     * @param result what was found
     * @return lines, each ended by a line feed
     */
    public static String text(ValidateResult result) {
        StringBuilder text = new StringBuilder();
        text.append(RunReport.count(result.revisions(), "revision"))
                .append(", ")
                .append(RunReport.count(result.operations(), "operation"))
                .append(" up and down, held against ")
                .append(result.database())
                .append(": ")
                .append(
                        result.problems().isEmpty()
                                ? "sound"
                                : RunReport.count(result.problems().size(), "problem"))
                .append('\n');
        List<String> unseen = result.unseen();
        if (!unseen.isEmpty()) {
            text.append("not followed any further, since nobody can tell without a database what it does:\n");
            unseen.stream()
                    .limit(MOST_PLACES)
                    .forEach(place -> text.append("  ").append(place).append('\n'));
            if (unseen.size() > MOST_PLACES) {
                text.append("  and ").append(unseen.size() - MOST_PLACES).append(" more\n");
            }
        }
        return text.toString();
    }

    /**
     * All of it as JSON.
     *
     * @param result what was found
     * @return {@code {"database": …, "revisions": 3, "operations": 12, "problems": [{"code": …, "what": …, "where": …,
     *     "next": …}], "unseen": […]}}
     */
    public static String json(ValidateResult result) {
        return new Json()
                .put("database", result.database())
                .put("revisions", result.revisions())
                .put("operations", result.operations())
                .putAll(
                        "problems",
                        result.problems().stream().map(ValidateReport::json).toList())
                .putTexts("unseen", result.unseen())
                .text();
    }

    private static Json json(Problem problem) {
        return new Json()
                .put("code", problem.code().code())
                .put("what", problem.what())
                .put("where", problem.where().orElse(""))
                .put("next", problem.next().orElse(""));
    }
}
