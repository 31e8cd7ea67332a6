package dev.migrate.report;

import dev.migrate.execute.HistoryResult;
import dev.migrate.execute.RevisionDetail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Draws a history as a Mermaid flowchart, as code hosts and documentation show them, newest on top: merges are hexagons,
 * dependencies dashed, heads green, and a thick border says where the database stands.
 */
public final class MermaidReport {

    private MermaidReport() {}

    /**
     * The drawing.
     *
     * @param result what to draw; lines to revisions that it does not hold are left out
     * @return one flowchart, with a subgraph for each history where there are several
     */
    public static String text(HistoryResult result) {
        StringBuilder out = new StringBuilder("flowchart BT\n");
        // Names of our own: an id such as "end" would end the diagram.
        Map<RevisionDetail, String> names = new HashMap<>();
        result.revisions().forEach(revision -> names.put(revision, "n" + names.size()));
        var histories = Sections.byHistory(result.revisions(), RevisionDetail::history);
        int number = 0;
        for (var history : histories.entrySet()) {
            if (histories.size() == 1) {
                draw(out, history.getValue(), names, "  ");
            } else {
                out.append("  subgraph s").append(number++).append("[\"");
                escape(out, Sections.heading(history.getKey())).append("\"]\n");
                draw(out, history.getValue(), names, "    ");
                out.append("  end\n");
            }
        }
        mark(out, result, names, "head", "fill:#d5efd5,stroke:#2b7a2b", RevisionDetail::head);
        mark(out, result, names, "current", "stroke:#b35900,stroke-width:3px", RevisionDetail::current);
        return out.toString();
    }

    private static void draw(
            StringBuilder out, List<RevisionDetail> revisions, Map<RevisionDetail, String> names, String indent) {
        for (RevisionDetail revision : revisions) {
            boolean merge = revision.mergePoint();
            out.append(indent).append(names.get(revision)).append(merge ? "{{\"" : "[\"");
            escape(out, PictureText.of(revision)).append(merge ? "\"}}\n" : "\"]\n");
        }
        for (HistoryEdges.Edge edge : HistoryEdges.of(revisions)) {
            out.append(indent)
                    .append(names.get(edge.below()))
                    .append(edge.dependency() ? " -.-> " : " --> ")
                    .append(names.get(edge.above()))
                    .append('\n');
        }
    }

    private static void mark(
            StringBuilder out,
            HistoryResult result,
            Map<RevisionDetail, String> names,
            String mark,
            String style,
            Predicate<RevisionDetail> marked) {
        String which =
                result.revisions().stream().filter(marked).map(names::get).collect(Collectors.joining(","));
        if (!which.isEmpty()) {
            out.append("  classDef ").append(mark).append(' ').append(style).append('\n');
            out.append("  class ").append(which).append(' ').append(mark).append('\n');
        }
    }

    /**
     * Letters and digits stay; what Mermaid or the Markdown in it could take for its own becomes an entity. A dot and a
     * hyphen are harmless inside a word only: {@code 1.} begins a list.
     */
    private static StringBuilder escape(StringBuilder out, String text) {
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            boolean joins = (c == '.' || c == '-')
                    && i > 0
                    && i + 1 < characters.length
                    && Character.isLetter(characters[i - 1])
                    && Character.isLetterOrDigit(characters[i + 1]);
            if (c == '\n') {
                out.append("<br/>");
            } else if (Character.isISOControl(c)) {
                out.append(' ');
            } else if (Character.isLetterOrDigit(c) || c == ' ' || c == ',' || c == '(' || c == ')' || joins) {
                out.appendCodePoint(c);
            } else {
                out.append('#').append(c).append(';');
            }
        }
        return out;
    }
}
