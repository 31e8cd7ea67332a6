package dev.migrate.report;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDifference;
import dev.migrate.execute.CompareResult;
import dev.migrate.schema.ObjectName;
import java.util.List;

/** Prints in what a database is not what it should be. */
public final class CompareReport {

    private CompareReport() {}

    /**
     * All that was found, a line each.
     *
     * @param result what was found
     * @return lines, each ended by a line feed
     */
    public static String text(CompareResult result) {
        SchemaDiff diff = result.diff();
        StringBuilder text = new StringBuilder();
        text.append(
                        diff.isEmpty()
                                ? "no difference"
                                : RunReport.count(diff.differences().size(), "difference"))
                .append(" between the model and ")
                .append(result.database())
                .append('\n');
        for (SchemaDifference difference : diff.differences()) {
            text.append("  ")
                    .append(difference)
                    .append(difference.loss().map(loss -> " (" + loss + ")").orElse(""))
                    .append('\n');
        }
        if (!diff.proposals().isEmpty()) {
            text.append("perhaps only another name; to keep the rows: -Dmigrate.renames=\"")
                    .append(String.join(", ", diff.proposals()))
                    .append("\"\n");
        }
        list(text, "not null, and nobody says what rows get (-Dmigrate.fill=\"table.column=…\"):", diff.unfilled());
        list(text, "named in migrate.fill, and no row gets a value in it:", diff.unused());
        list(text, "not in the model, and left alone (-Dmigrate.dropUnknown drops it):", diff.leftAlone());
        list(
                text,
                "not compared, since nobody can tell without a database what the migrations make of it:",
                result.unseen());
        return text.toString();
    }

    private static void list(StringBuilder text, String title, List<?> objects) {
        if (!objects.isEmpty()) {
            text.append(title).append('\n');
            objects.forEach(object -> text.append("  ").append(object).append('\n'));
        }
    }

    /**
     * All of it as JSON.
     *
     * @param result what was found
     * @param java the operations as a migration would have them
     * @return {@code {"database": …, "differences": [{"what": …, "loss": …}], "proposals": […], "unfilled": […],
     *     "unused": […], "leftAlone": […], "mandatory": […], "unseen": […], "java": …, "sql": […]}}
     */
    public static String json(CompareResult result, String java) {
        SchemaDiff diff = result.diff();
        return new Json()
                .put("database", result.database())
                .putAll(
                        "differences",
                        diff.differences().stream()
                                .map(difference -> new Json()
                                        .put("what", difference.toString())
                                        .put("loss", difference.loss().orElse("")))
                                .toList())
                .putTexts("proposals", diff.proposals())
                .putTexts(
                        "unfilled",
                        diff.unfilled().stream()
                                .map(SchemaDiff.Unfilled::toString)
                                .toList())
                .putTexts(
                        "unused",
                        diff.unused().stream().map(ObjectName::toString).toList())
                .putTexts(
                        "leftAlone",
                        diff.leftAlone().stream().map(ObjectName::toString).toList())
                .putTexts(
                        "mandatory",
                        diff.mandatory().stream().map(ObjectName::toString).toList())
                .putTexts("unseen", result.unseen())
                .put("java", java)
                .putTexts("sql", result.statements())
                .text();
    }
}
