package dev.migrate.report;

import dev.migrate.execute.HeadsResult;
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
        return result.revisions().stream()
                .map(revision -> verbose ? RevisionText.block(revision) + '\n' : RevisionText.headLine(revision) + '\n')
                .collect(Collectors.joining());
    }
}
