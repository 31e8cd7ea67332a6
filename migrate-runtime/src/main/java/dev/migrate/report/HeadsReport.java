package dev.migrate.report;

import dev.migrate.execute.HeadsResult;
import dev.migrate.execute.RevisionDetail;
import java.util.stream.Collectors;

/** Prints heads. */
public final class HeadsReport {

    private HeadsReport() {}

    /**
     * One head a line, or a block.
     *
     * @param result what to print
     * @param verbose whether each revision is a block instead of a line
     * @return lines, each ended by a line feed; empty when there is nothing to print
     */
    public static String text(HeadsResult result, boolean verbose) {
        return Sections.text(
                result.revisions(),
                RevisionDetail::history,
                heads -> heads.stream()
                        .map(head -> (verbose ? RevisionText.block(head) : RevisionText.headLine(head)) + '\n')
                        .collect(Collectors.joining()));
    }
}
