package dev.migrate.report;

import dev.migrate.execute.VerifyResult;
import dev.migrate.execute.VerifyResult.Finding;

/** Prints what came out when a history was run on a scratch database. */
public final class VerifyReport {

    private VerifyReport() {}

    /**
     * How many revisions were run, a line for each problem with its class and code, and the notes.
     *
     * @param result what was found
     * @return lines, each ended by a line feed
     */
    public static String text(VerifyResult result) {
        StringBuilder text = new StringBuilder();
        text.append(result.verified())
                .append(" of ")
                .append(RunReport.count(result.revisions(), "revision"))
                .append(" up, down and up again on ")
                .append(result.database())
                .append(", in ")
                .append(result.scratch())
                .append(": ")
                .append(
                        result.findings().isEmpty()
                                ? "sound"
                                : RunReport.count(result.findings().size(), "problem"))
                .append('\n');
        for (Finding finding : result.findings()) {
            text.append("  [")
                    .append(finding.problem().code().code())
                    .append("] ")
                    .append(finding.className().isEmpty() ? "all migrations together" : finding.className())
                    .append('\n');
        }
        result.notes().forEach(note -> text.append(note).append('\n'));
        if (result.compared()) {
            text.append("the schema at the end was held against the model\n");
        }
        return text.toString();
    }

    /**
     * All of it as JSON.
     *
     * @param result what was found
     * @return {@code {"database": …, "revisions": 3, "verified": 2, "compared": true, "problems": [{"class": …, "code": …,
     *     "what": …, "where": …, "next": …}], "notes": […]}}
     */
    public static String json(VerifyResult result) {
        return new Json()
                .put("database", result.database())
                .put("scratch", result.scratch())
                .put("revisions", result.revisions())
                .put("verified", result.verified())
                .put("compared", result.compared())
                .putAll(
                        "problems",
                        result.findings().stream().map(VerifyReport::json).toList())
                .putTexts("notes", result.notes())
                .text();
    }

    private static Json json(Finding finding) {
        return new Json()
                .put("class", finding.className())
                .put("code", finding.problem().code().code())
                .put("what", finding.problem().what())
                .put("where", finding.problem().where().orElse(""))
                .put("next", finding.problem().next().orElse(""));
    }
}
