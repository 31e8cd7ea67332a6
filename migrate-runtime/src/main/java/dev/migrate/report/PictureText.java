package dev.migrate.report;

import dev.migrate.execute.RevisionDetail;

/** What a picture says of a revision: its id with marks, and on a second line what it does, cut to a readable width. */
final class PictureText {

    private static final int WIDTH = 40;

    private PictureText() {}

    static String of(RevisionDetail revision) {
        var labels = revision.info().node().branchLabels();
        String title = revision.id()
                + (labels.isEmpty() ? "" : " (" + String.join(", ", labels) + ")")
                + (revision.head() ? " (head)" : "")
                + (revision.current() ? " (current)" : "");
        String message = RevisionText.firstLine(revision);
        return message.isEmpty() ? title : title + '\n' + cut(message);
    }

    private static String cut(String message) {
        int length = message.codePointCount(0, message.length());
        return length <= WIDTH
                ? message
                : message.substring(0, message.offsetByCodePoints(0, WIDTH - 1)).stripTrailing() + "…";
    }
}
