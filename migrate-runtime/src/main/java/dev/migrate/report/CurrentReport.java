package dev.migrate.report;

import dev.migrate.execute.CurrentResult;
import java.util.stream.Collectors;

/** Prints where a database stands. */
public final class CurrentReport {

    private CurrentReport() {}

    /**
     * One revision a line.
     *
     * @param result what to print
     * @return lines, each ended by a line feed; empty when nothing is applied
     */
    public static String text(CurrentResult result) {
        return result.revisions().stream()
                .map(revision -> RevisionText.currentLine(revision) + '\n')
                .collect(Collectors.joining());
    }

    /**
     * A block for each revision, under a line that names the database.
     *
     * @param result what to print
     * @param database how the database is called: its url, without a password
     * @return lines, each ended by a line feed
     */
    public static String blocks(CurrentResult result, String database) {
        return "Current revision(s) for " + database + ":\n"
                + result.revisions().stream()
                        .map(revision -> RevisionText.block(revision) + '\n')
                        .collect(Collectors.joining());
    }
}
