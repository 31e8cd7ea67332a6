package dev.migrate.report;

import dev.migrate.execute.BranchesResult;
import dev.migrate.execute.BranchesResult.BranchPoint;
import java.util.stream.Collectors;

/** Prints where a history forks. */
public final class BranchesReport {

    private BranchesReport() {}

    /**
     * A branch point, a line for each revision that follows it, and an empty line.
     *
     * @param result what to print
     * @param verbose whether the branch point is a block instead of a line
     * @return lines, each ended by a line feed; empty when the history does not fork
     */
    public static String text(BranchesResult result, boolean verbose) {
        return Sections.text(
                result.branchPoints(),
                point -> point.revision().history(),
                points -> points.stream().map(point -> text(point, verbose)).collect(Collectors.joining()));
    }

    private static String text(BranchPoint point, boolean verbose) {
        return (verbose ? RevisionText.block(point.revision()) : RevisionText.branchPointLine(point.revision()) + '\n')
                + point.children().stream()
                        .map(child -> RevisionText.childLine(child, point.revision()) + '\n')
                        .collect(Collectors.joining())
                + '\n';
    }
}
