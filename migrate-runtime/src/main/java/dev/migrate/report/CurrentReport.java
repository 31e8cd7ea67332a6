package dev.migrate.report;

import dev.migrate.execute.CurrentResult;
import dev.migrate.execute.DatabaseInfo;
import java.util.stream.Collectors;

/** Prints where a database stands. */
public final class CurrentReport {

    private CurrentReport() {}

    /**
     * One revision a line, or a block under a line that names the database.
     *
     * @param result what to print
     * @param verbose whether to print blocks
     * @return lines, each ended by a line feed; empty when nothing is applied and {@code verbose} is false
     */
    public static String text(CurrentResult result, boolean verbose) {
        if (!verbose) {
            return result.revisions().stream()
                    .map(revision -> RevisionText.headLine(revision) + '\n')
                    .collect(Collectors.joining());
        }
        DatabaseInfo database = result.database();
        return "Current revision(s) for " + database.product() + " " + database.version() + ", table "
                + database.schema() + "." + database.versionTable() + ":\n"
                + result.revisions().stream()
                        .map(revision -> RevisionText.block(revision) + '\n')
                        .collect(Collectors.joining());
    }
}
