package dev.migrate.report;

import static java.util.stream.Collectors.joining;

import dev.migrate.execute.HistoryResult;
import dev.migrate.execute.RevisionDetail;
import dev.migrate.graph.RevisionNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws a history as one page for a browser: the graph in SVG, a revision a row, with search and details. It needs nothing
 * from the network, and its content security policy forbids it to ask.
 */
public final class HistoryPage {

    private static final String FRAME = "history.html";
    private static final Pattern PLACE = Pattern.compile("@([a-z]+)@");

    private static final int ROW_HEIGHT = 28;
    private static final int LANE_WIDTH = 16;
    private static final int COLOURS = 8;

    private final List<RevisionDetail> revisions;
    private final boolean marked;
    private final Lanes lanes;
    private final Map<String, Integer> rowOf = new HashMap<>();

    private HistoryPage(List<RevisionDetail> revisions, boolean marked) {
        this.revisions = revisions;
        this.marked = marked;
        lanes = Lanes.of(revisions);
        for (int row = 0; row < revisions.size(); row++) {
            for (String label : revisions.get(row).info().node().branchLabels()) {
                rowOf.put(label, row);
            }
        }
        for (int row = 0; row < revisions.size(); row++) {
            rowOf.put(revisions.get(row).id(), row);
        }
    }

    /**
     * Draws revisions.
     *
     * @param title what the page is called
     * @param result the revisions, newest first
     * @param marked whether a database was asked, so that what is applied and what is pending is known
     * @return a complete HTML document in UTF-8, lines ended by a line feed
     */
    public static String html(String title, HistoryResult result, boolean marked) {
        return new HistoryPage(result.revisions(), marked).html(title);
    }

    private String html(String title) {
        Map<String, String> parts = Map.of(
                "title", escaped(title),
                "summary", summary(),
                "jumps", jumps(),
                "key", key(),
                "graph", graph(),
                "rows", rows());
        Matcher places = PLACE.matcher(frame());
        StringBuilder page = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(page, Matcher.quoteReplacement(parts.get(places.group(1))));
        }
        return places.appendTail(page).toString();
    }

    private static String frame() {
        try (InputStream file = HistoryPage.class.getResourceAsStream(FRAME)) {
            if (file == null) {
                throw new IllegalStateException(FRAME + " is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String summary() {
        long heads = revisions.stream().filter(RevisionDetail::head).count();
        String counts = count(revisions.size(), "revision") + ", " + count(heads, "head");
        if (!marked) {
            return counts + ". No database was asked.";
        }
        long applied = revisions.stream().filter(RevisionDetail::applied).count();
        return counts + ", " + applied + " applied, " + (revisions.size() - applied) + " pending.";
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String jumps() {
        List<String> jumps = new ArrayList<>();
        for (int row = 0; row < revisions.size() && jumps.size() < 12; row++) {
            RevisionDetail revision = revisions.get(row);
            if (revision.current()) {
                jumps.add(link(row, "current " + revision.id()));
            } else if (revision.head() && revisions.size() > 1) {
                jumps.add(link(row, "head " + revision.id()));
            }
        }
        return String.join("", jumps);
    }

    private String key() {
        if (!marked) {
            return "";
        }
        return "<span>" + sample("applied", false) + " applied</span><span>" + sample("pending", false)
                + " pending</span><span>" + sample("applied", true) + " current</span>";
    }

    private static String sample(String state, boolean current) {
        return "<svg width=\"18\" height=\"18\" aria-hidden=\"true\">" + dot(9, 9, 0, state, current) + "</svg>";
    }

    private String graph() {
        int width = (lanes.width() + 1) * LANE_WIDTH;
        int height = Math.max(1, revisions.size()) * ROW_HEIGHT;
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"The graph of the revisions beside it\">\n"
                        .formatted(width, height, width, height));
        for (Lanes.Line line : lanes.lines()) {
            svg.append("<path class=\"l")
                    .append(line.lane() % COLOURS)
                    .append(
                            switch (line.kind()) {
                                case FOLLOWS -> "";
                                case DEPENDS -> " depends";
                                case LEAVES -> " leaves";
                            })
                    .append("\" d=\"")
                    .append(path(line))
                    .append("\"/>\n");
        }
        for (int row = 0; row < revisions.size(); row++) {
            svg.append(dot(
                            x(lanes.lane(row)),
                            y(row),
                            lanes.lane(row),
                            state(row),
                            revisions.get(row).current()))
                    .append('\n');
        }
        return svg.append("</svg>").toString();
    }

    /** Down its lane, with a bend where it leaves the newer revision and one where it reaches the older. */
    private String path(Lanes.Line line) {
        if (line.kind() == Lanes.Kind.LEAVES) {
            return "M%d %dv%d".formatted(x(line.lane()), y(line.from()), ROW_HEIGHT * 3 / 4);
        }
        StringBuilder path = new StringBuilder("M%d %d".formatted(x(lanes.lane(line.from())), y(line.from())));
        int lane = lanes.lane(line.from());
        int row = line.from();
        if (line.to() - row > 1 && lane != line.lane()) {
            path.append(bend(lane, line.lane(), row));
            lane = line.lane();
            row++;
        }
        int end = lanes.lane(line.to());
        int straight = lane == end ? line.to() : line.to() - 1;
        if (straight > row) {
            path.append("V%d".formatted(y(straight)));
        }
        if (lane != end) {
            path.append(bend(lane, end, line.to() - 1));
        }
        return path.toString();
    }

    private static String bend(int from, int to, int row) {
        int middle = y(row) + ROW_HEIGHT / 2;
        return "C%d %d %d %d %d %d".formatted(x(from), middle, x(to), middle, x(to), y(row + 1));
    }

    private static int x(int lane) {
        return LANE_WIDTH + lane * LANE_WIDTH;
    }

    private static int y(int row) {
        return row * ROW_HEIGHT + ROW_HEIGHT / 2;
    }

    private static String dot(int x, int y, int lane, String state, boolean current) {
        String colour = "l" + lane % COLOURS;
        String ring = current ? "<circle class=\"ring\" cx=\"%d\" cy=\"%d\" r=\"7.5\"/>".formatted(x, y) : "";
        return ring + "<circle class=\"%s %s\" cx=\"%d\" cy=\"%d\" r=\"4\"/>".formatted(colour, state, x, y);
    }

    private String state(int row) {
        return marked && !revisions.get(row).applied() ? "pending" : "applied";
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < revisions.size(); row++) {
            RevisionDetail revision = revisions.get(row);
            rows.append(
                    "<li id=\"r%d\" class=\"%s\" data-text=\"%s\" tabindex=\"-1\"><code>%s</code>%s%s<div class=\"more\">%s</div></li>\n"
                            .formatted(
                                    row,
                                    state(row),
                                    escaped(searched(revision)),
                                    escaped(revision.id()),
                                    badges(row),
                                    escaped(firstLine(revision.info().message())),
                                    facts(row)));
        }
        return rows.toString().stripTrailing();
    }

    private static String searched(RevisionDetail revision) {
        return String.join(
                " ",
                revision.id(),
                String.join(" ", revision.labels()),
                revision.info().place(),
                revision.info().message().strip());
    }

    private String badges(int row) {
        RevisionDetail revision = revisions.get(row);
        StringBuilder badges = new StringBuilder();
        badge(badges, revision.current(), "current", "current");
        badge(badges, state(row).equals("pending"), "pending", "pending");
        badge(badges, revision.head(), "head", "head");
        badge(badges, revision.mergePoint(), "merge", "merge");
        // Inherited labels would stand on every row of the branch.
        revision.info().node().branchLabels().forEach(label -> badge(badges, true, "label", label));
        return badges.toString();
    }

    private static void badge(StringBuilder badges, boolean wanted, String kind, String text) {
        if (wanted) {
            badges.append("<span class=\"badge ")
                    .append(kind)
                    .append("\">")
                    .append(escaped(text))
                    .append("</span>");
        }
    }

    private String facts(int row) {
        RevisionDetail revision = revisions.get(row);
        RevisionNode node = revision.info().node();
        StringBuilder facts = new StringBuilder("<dl>");
        fact(facts, "Revision", Optional.of(escaped(revision.id())));
        fact(
                facts,
                revision.mergePoint() ? "Merges" : "Follows",
                Optional.of(node.downRevisions().isEmpty() ? "nothing: a base" : links(node.downRevisions())));
        fact(facts, "Depends on", some(links(node.dependsOn())));
        fact(facts, "Followed by", some(links(revision.next())));
        fact(facts, "Needed by", some(links(revision.dependents())));
        fact(facts, "Branch labels", some(escaped(String.join(", ", revision.labels()))));
        fact(facts, "Where", some(escaped(revision.info().place())));
        fact(facts, "Message", some(escaped(revision.info().message().strip())));
        return facts.append("</dl>").toString();
    }

    private static void fact(StringBuilder facts, String name, Optional<String> html) {
        html.ifPresent(value -> facts.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(value)
                .append("</dd>"));
    }

    private static Optional<String> some(String html) {
        return Optional.of(html).filter(text -> !text.isEmpty());
    }

    private String links(List<String> names) {
        return names.stream()
                .map(name -> rowOf.containsKey(name) ? link(rowOf.get(name), name) : escaped(name))
                .collect(joining(" "));
    }

    private static String link(int row, String text) {
        return "<a href=\"#r%d\">%s</a>".formatted(row, escaped(text));
    }

    private static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }

    private static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c < 0x20 && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
        return html.toString();
    }
}
