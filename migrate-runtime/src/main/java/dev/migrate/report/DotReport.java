package dev.migrate.report;

import dev.migrate.execute.HistoryResult;
import dev.migrate.execute.RevisionDetail;
import java.util.List;

/**
 * Draws a history in the language of Graphviz, newest on top: merges are hexagons, dependencies dashed, heads green, and a
 * thick border says where the database stands.
 */
public final class DotReport {

    private static final String START = """
            digraph history {
              rankdir=BT;
              node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif", fontsize=10];
              edge [color="#555555", arrowsize=0.6];
            """;

    private DotReport() {}

    /**
     * The drawing.
     *
     * @param result what to draw; lines to revisions that it does not hold are left out
     * @return one graph, with a cluster for each history where there are several
     */
    public static String text(HistoryResult result) {
        StringBuilder out = new StringBuilder(START);
        var histories = Sections.byHistory(result.revisions(), RevisionDetail::history);
        int number = 0;
        for (var history : histories.entrySet()) {
            if (histories.size() == 1) {
                draw(out, history.getValue(), "  ");
            } else {
                out.append("  subgraph cluster_").append(number++).append(" {\n    label=");
                quote(out, Sections.heading(history.getKey())).append(";\n");
                draw(out, history.getValue(), "    ");
                out.append("  }\n");
            }
        }
        return out.append("}\n").toString();
    }

    private static void draw(StringBuilder out, List<RevisionDetail> revisions, String indent) {
        for (RevisionDetail revision : revisions) {
            name(out.append(indent), revision).append(" [label=");
            quote(out, PictureText.of(revision)).append(style(revision)).append("];\n");
        }
        for (HistoryEdges.Edge edge : HistoryEdges.of(revisions)) {
            name(out.append(indent), edge.below()).append(" -> ");
            name(out, edge.above()).append(edge.dependency() ? " [style=dashed];\n" : ";\n");
        }
    }

    /** The id itself, so that others can add to the drawing. The same id may be used in two histories. */
    private static StringBuilder name(StringBuilder out, RevisionDetail revision) {
        String id = revision.id();
        return quote(out, revision.history().isEmpty() ? id : revision.history() + "/" + id);
    }

    private static String style(RevisionDetail revision) {
        return (revision.mergePoint() ? ", shape=hexagon, style=filled" : "")
                + (revision.head() ? ", fillcolor=\"#d5efd5\"" : "")
                + (revision.current() ? ", penwidth=3, color=\"#b35900\"" : "");
    }

    /** Graphviz takes a backslash out of a quoted text again, as the start of an escape. */
    private static StringBuilder quote(StringBuilder out, String text) {
        out.append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return out.append('"');
    }
}
