package dev.migrate.report;

import dev.migrate.execute.EnsureVersionResult;
import dev.migrate.execute.RepairResult;
import dev.migrate.execute.RunResult;
import dev.migrate.execute.SqlScript;
import dev.migrate.execute.StampResult;
import java.util.List;

/** Prints what a run did, in one line. */
public final class RunReport {

    private RunReport() {}

    /**
     * The summary of an upgrade or a downgrade.
     *
     * @param result what was done
     * @return one line, ended by a line feed
     */
    public static String text(RunResult result) {
        if (result.steps().isEmpty()) {
            return "nothing to do: the database is at " + rows(result.after()) + "\n";
        }
        return count(result.steps().size(), "revision")
                + (result.steps().get(0).step().upgrade() ? " applied" : " undone")
                + " (" + count(result.statements(), "statement") + ", " + duration(result.millis())
                + "): the database went from " + rows(result.before()) + " to " + rows(result.after()) + "\n";
    }

    /**
     * The summary of a stamp.
     *
     * @param result what was written
     * @return one line, ended by a line feed
     */
    public static String text(StampResult result) {
        return result.before().equals(result.after())
                ? "nothing to write: the version table holds " + rows(result.after()) + "\n"
                : "stamped: the version table held " + rows(result.before()) + ", now it holds " + rows(result.after())
                        + "\n";
    }

    /**
     * The summary of a script.
     *
     * @param script what was written
     * @param file where it was written to
     * @return what is in it, and what to do with it, a line each, ended by line feeds
     */
    public static String text(SqlScript script, String file) {
        StringBuilder text = new StringBuilder("script for ").append(script.database());
        if (!script.steps().isEmpty()) {
            text.append(", from ")
                    .append(rows(script.rowsBefore()))
                    .append(" to ")
                    .append(rows(script.rowsAfter()))
                    .append(": ")
                    .append(count(script.steps().size(), "revision"))
                    .append(", ")
                    .append(count(script.statements(), "statement"));
        }
        text.append("\nwritten to ").append(file).append('\n');
        script.gap()
                .ifPresent(why ->
                        text.append("it ends before the target: ").append(why).append('\n'));
        return text.append("read it, then run it: ")
                .append(script.command(file))
                .append('\n')
                .toString();
    }

    /**
     * The summary of a repair.
     *
     * @param result what was done
     * @return a line for each thing that was done, ended by a line feed
     */
    public static String text(RepairResult result) {
        StringBuilder text = new StringBuilder();
        if (!result.deleted().isEmpty()) {
            text.append("repaired: the version table held ")
                    .append(rows(result.before()))
                    .append(", now it holds ")
                    .append(rows(result.after()))
                    .append("; ")
                    .append(rows(result.deleted()))
                    .append(result.deleted().size() == 1 ? " is" : " are")
                    .append(" implied\n");
        }
        for (RepairResult.Accepted accepted : result.accepted()) {
            text.append("accepted as it is now: ")
                    .append(accepted.revision())
                    .append(", ")
                    .append(accepted.place())
                    .append(", applied ")
                    .append(accepted.applied())
                    .append('\n');
        }
        return text.isEmpty()
                ? "nothing to repair: the version table holds " + rows(result.after())
                        + ", and no migration is known to have been changed after it was applied\n"
                : text.toString();
    }

    /**
     * The summary of what created the own tables and marked the database.
     *
     * @param result what was done
     * @return a line for each thing that was done, and one for what the database says it is, ended by line feeds
     */
    public static String text(EnsureVersionResult result) {
        String tables = result.created().isEmpty()
                ? "nothing to create: migrate's own tables are there"
                : "created " + String.join(", ", result.created());
        return tables + " (schema " + result.database().schema() + ")\n"
                + (result.before().equals(result.after())
                        ? "the database is " + result.after().words() + "\n"
                        : "the database was " + result.before().words() + ", now it is "
                                + result.after().words() + "\n");
    }

    private static String rows(List<String> rows) {
        return rows.isEmpty() ? "<base>" : String.join(", ", rows);
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}. */
    private static String duration(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        long tenths = millis / 100;
        return tenths < 600
                ? tenths / 10 + "." + tenths % 10 + " s"
                : tenths / 600 + " min " + tenths % 600 / 10 + " s";
    }
}
