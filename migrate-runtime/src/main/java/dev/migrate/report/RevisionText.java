package dev.migrate.report;

import dev.migrate.execute.RevisionDetail;
import java.util.List;
import java.util.stream.Collectors;

/** One revision as people read it: on a line, or as a block. The layouts are those of Alembic. */
final class RevisionText {

    private RevisionText() {}

    /** {@code a1 (needs) -> b2 (label) (head) (current) (branchpoint), message}. */
    static String historyLine(RevisionDetail revision) {
        List<String> needs = revision.info().node().dependsOn();
        return down(revision)
                + (needs.isEmpty() ? "" : " (" + String.join(", ", needs) + ")")
                + " -> " + labelled(revision)
                + headMark(revision)
                + (revision.current() ? " (current)" : "")
                + treeMarks(revision)
                + messageAfterComma(revision);
    }

    /** {@code b2 (label) (head)}. */
    static String headLine(RevisionDetail revision) {
        return labelled(revision) + headMark(revision);
    }

    /** {@code b2 (head) (mergepoint)}. */
    static String currentLine(RevisionDetail revision) {
        return revision.id() + headMark(revision) + treeMarks(revision);
    }

    /** {@code b2 (label) (branchpoint)}. */
    static String branchPointLine(RevisionDetail revision) {
        return labelled(revision) + headMark(revision) + treeMarks(revision);
    }

    /** {@code    -> c3 (label) (head), message}, as far in as the revision that it follows is long. */
    static String childLine(RevisionDetail child, RevisionDetail parent) {
        return " ".repeat(parent.id().length()) + " -> " + branchPointLine(child) + messageAfterComma(child);
    }

    /** The long form: one fact a line, then the message, indented. */
    static String block(RevisionDetail revision) {
        StringBuilder text = new StringBuilder("Rev: ")
                .append(revision.id())
                .append(revision.head() ? " (head)" : "")
                .append(revision.branchPoint() ? " (branchpoint)" : "")
                .append(revision.mergePoint() ? " (mergepoint)" : "")
                .append(revision.current() ? " (current)" : "")
                .append('\n');
        line(text, revision.mergePoint() ? "Merges" : "Parent", down(revision));
        List<String> needs = revision.info().node().dependsOn();
        if (!needs.isEmpty()) {
            line(text, "Also depends on", String.join(", ", needs));
        }
        if (revision.branchPoint()) {
            line(text, "Branches into", String.join(", ", revision.next()));
        }
        if (!revision.labels().isEmpty()) {
            line(text, "Branch names", String.join(", ", revision.labels()));
        }
        line(text, "Path", revision.info().place());
        String message = revision.info().message().strip();
        if (!message.isEmpty()) {
            text.append('\n')
                    .append(message.lines()
                            .map(each -> each.isBlank() ? "" : "    " + each)
                            .collect(Collectors.joining("\n")))
                    .append('\n');
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String down(RevisionDetail revision) {
        List<String> down = revision.info().node().downRevisions();
        return down.isEmpty() ? "<base>" : String.join(", ", down);
    }

    private static String labelled(RevisionDetail revision) {
        return revision.id() + (revision.labels().isEmpty() ? "" : " (" + String.join(", ", revision.labels()) + ")");
    }

    private static String headMark(RevisionDetail revision) {
        if (revision.unneededHead()) {
            return " (head)";
        }
        return revision.head() ? " (effective head)" : "";
    }

    private static String treeMarks(RevisionDetail revision) {
        return (revision.branchPoint() ? " (branchpoint)" : "") + (revision.mergePoint() ? " (mergepoint)" : "");
    }

    private static String messageAfterComma(RevisionDetail revision) {
        String message = firstLine(revision);
        return message.isEmpty() ? "" : ", " + message;
    }

    /** What the revision does, in one line; may be empty. */
    static String firstLine(RevisionDetail revision) {
        return revision.info().message().strip().lines().findFirst().orElse("");
    }
}
