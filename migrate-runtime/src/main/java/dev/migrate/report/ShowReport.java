package dev.migrate.report;

import dev.migrate.execute.RevisionDetail;
import dev.migrate.execute.ShowResult;
import java.util.stream.Collectors;

/** Prints all there is to know about revisions. */
public final class ShowReport {

    private ShowReport() {}

    /**
     * One block a revision.
     *
     * @param result what to print
     * @return lines, each ended by a line feed, with an empty line between revisions; empty when there is none
     */
    public static String text(ShowResult result) {
        return Sections.text(
                result.revisions(),
                RevisionDetail::history,
                revisions -> revisions.stream().map(RevisionText::block).collect(Collectors.joining("\n")));
    }
}
