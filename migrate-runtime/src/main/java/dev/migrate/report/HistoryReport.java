package dev.migrate.report;

import dev.migrate.execute.HistoryResult;
import dev.migrate.execute.RevisionDetail;
import java.util.stream.Collectors;

/** Prints revisions with what they follow. */
public final class HistoryReport {

    private HistoryReport() {}

    /**
     * One revision a line, or a block.
     *
     * @param result what to print
     * @param verbose whether each revision is a block instead of a line
     * @return lines, each ended by a line feed; empty when there is nothing to print
     */
    public static String text(HistoryResult result, boolean verbose) {
        return Sections.text(
                result.revisions(),
                RevisionDetail::history,
                revisions -> revisions.stream()
                        .map(revision ->
                                (verbose ? RevisionText.block(revision) : RevisionText.historyLine(revision)) + '\n')
                        .collect(Collectors.joining()));
    }
}
