package dev.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.execute.RevisionInfo;
import dev.migrate.execute.Revisions;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.RevisionRange;
import dev.migrate.report.Lanes.Kind;
import dev.migrate.report.Lanes.Line;
import dev.migrate.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPageTest {

    private static final Revisions SMALL = Revisions.of(List.of(
            revision("a1", List.of(), List.of(), List.of(), "users"),
            revision("b2", List.of("a1"), List.of(), List.of(), "avatar\n\nof every user"),
            revision("c3", List.of("a1"), List.of(), List.of("orders"), "orders"),
            revision("m4", List.of("b2", "c3"), List.of(), List.of(), "merge avatar and orders"),
            revision("x1", List.of(), List.of(), List.of("billing"), "billing"),
            revision("y1", List.of("x1"), List.of("orders"), List.of(), "invoices")));

    private static RevisionInfo revision(
            String id, List<String> down, List<String> needs, List<String> labels, String message) {
        return new RevisionInfo("", new RevisionNode(id, down, needs, labels), message, "app.R" + id, "app.R" + id);
    }

    @Test
    void aSmallHistoryIsThisPage() {
        String page = page(SMALL, List.of("b2", "x1"));
        Golden.of(HistoryPageTest.class, "history-page.html")
                .matches(page.substring(page.indexOf("<header>"), page.indexOf("<script>")));
    }

    @Test
    void eachLineOfAMergeHasItsLane() {
        Lanes lanes =
                Lanes.of(SMALL.history(RevisionRange.parse("a1:m4"), List.of()).revisions());
        assertThat(IntStream.range(0, 4).mapToObj(lanes::lane)).containsExactly(0, 1, 0, 0);
        assertThat(lanes.lines())
                .containsExactly(
                        new Line(0, 1, 1, Kind.FOLLOWS),
                        new Line(0, 2, 0, Kind.FOLLOWS),
                        new Line(2, 3, 0, Kind.FOLLOWS),
                        new Line(1, 3, 1, Kind.FOLLOWS));
    }

    @Test
    void aHundredHeadsOnOneBaseTakeTwoLanes() {
        List<RevisionInfo> fan = new ArrayList<>(List.of(revision("base0", List.of(), List.of(), List.of(), "")));
        for (int i = 0; i < 100; i++) {
            fan.add(revision("h" + i, List.of("base0"), List.of(), List.of("l" + i), ""));
        }
        assertThat(Lanes.of(Revisions.of(fan)
                                .history(RevisionRange.ALL, List.of())
                                .revisions())
                        .width())
                .isEqualTo(2);
    }

    @Test
    void whatARevisionSaysIsTextAndNeverMarkup() {
        String hostile = "</script><script>alert(1)</script> \"'&amp; @rows@ $1 \\";
        String page = page(
                Revisions.of(List.of(revision("<b>", List.of(), List.of(), List.of("\"><i>"), hostile))), List.of());
        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("<b>")
                .doesNotContain("<i>")
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39;&amp;amp; @rows@ $1 \\");
    }

    @Test
    void thePageAsksNothingOfTheNetwork() {
        assertThat(page(SMALL, List.of()))
                .contains("default-src 'none'")
                .doesNotContainPattern(Pattern.compile("(src|href)=\"?(https?:)?//|url\\(|@import"));
    }

    @Test
    void threeThousandRevisionsAreDrawnWithoutALineThroughAForeignOne(@TempDir Path directory) throws IOException {
        List<RevisionInfo> infos = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of("r0"));
        infos.add(revision("r0", List.of(), List.of(), List.of(), "the first tables"));
        for (int i = 1; i < 3_000; i++) {
            String id = "r" + i;
            List<String> down = List.of(open.get(i * 7 % open.size()));
            if (open.size() > 6 || i % 23 == 0 && open.size() > 1) {
                down = List.of(open.get(0), open.get(1));
            }
            List<String> needs = i % 97 == 0 ? List.of("r" + (i - 60)) : List.of();
            if (i % 11 != 0 || down.size() > 1) {
                open.removeAll(down);
            }
            open.add(id);
            infos.add(
                    revision(id, down, needs, i % 400 == 0 ? List.of("branch" + i) : List.of(), "change number " + i));
        }
        Revisions revisions = Revisions.of(infos);
        var listed = revisions.history(RevisionRange.ALL, List.of()).revisions();
        Lanes lanes = Lanes.of(listed);
        for (Line line : lanes.lines()) {
            for (int row = line.from() + 1; row < line.to(); row++) {
                assertThat(lanes.lane(row)).as("row %d under %s", row, line).isNotEqualTo(line.lane());
            }
        }
        Path file = Files.writeString(directory.resolve("history.html"), page(revisions, List.of("r2900")));
        assertThat(Files.size(file)).isLessThan(5_000_000);
    }

    private static String page(Revisions revisions, List<String> rows) {
        return HistoryPage.html("shop", revisions.history(RevisionRange.ALL, rows), !rows.isEmpty());
    }
}
