package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the README's matrix to what the contract's tests wrote down in this build. Columns of databases that were not
 * there stay as they are. {@code -Dgolden.update=true} rewrites the matrix.
 */
class SupportMatrixTest {

    private static final Path README = Path.of("../README.md");
    private static final Path RECORDED = Path.of("../migrate-runtime/target/support-matrix.tsv");
    private static final Pattern MATRIX =
            Pattern.compile("(?<=<!-- support matrix -->\n).*?(?=<!-- end of support matrix -->)", Pattern.DOTALL);
    private static final Pattern NOTE = Pattern.compile("(\\d+)\\. (.*)");
    private static final Pattern MARK = Pattern.compile("<sup>(\\d+)</sup>");

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    /** What stands in a cell, and why a test could not run. */
    private record Cell(String text, String reason) {

        static Cell of(int passed, int refused, String reason) {
            if (refused == 0) {
                return new Cell("✓", "");
            }
            return new Cell(passed == 0 ? "–" : "✓ " + passed + " of " + (passed + refused), reason);
        }
    }

    /** Rows by name, each with its cells by column. */
    private final Map<String, Map<String, Cell>> rows = new TreeMap<>();

    @Test
    void theMatrixOfTheReadmeIsWhatRan() throws IOException {
        assumeTrue(Files.exists(RECORDED), "the contract's tests did not run in this build");
        String readme = Files.readString(README);
        Matcher place = MATRIX.matcher(readme);
        assertThat(place.find()).isTrue();

        read(place.group());
        overlay(known(Files.readAllLines(RECORDED).stream()
                .map(line -> line.split("\t", -1))
                .toList()));

        if (UPDATE) {
            Files.writeString(README, place.replaceFirst(Matcher.quoteReplacement(text())));
        }
        assertThat(text())
                .isEqualTo(place.reset(Files.readString(README))
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group());
    }

    /** A server that somebody brought along may have a version that the README has no column for. */
    private List<String[]> known(List<String[]> recorded) {
        if (UPDATE || System.getProperty("it.mysql.url", "").isEmpty()) {
            return recorded;
        }
        Set<String> columns =
                rows.values().stream().flatMap(cells -> cells.keySet().stream()).collect(Collectors.toSet());
        recorded.stream()
                .map(line -> line[1])
                .distinct()
                .filter(column -> !columns.contains(column))
                .forEach(column -> System.out.println("The README's matrix has no column for " + column));
        return recorded.stream().filter(line -> columns.contains(line[1])).toList();
    }

    private void read(String matrix) {
        Map<String, String> notes = new LinkedHashMap<>();
        matrix.lines()
                .map(NOTE::matcher)
                .filter(Matcher::matches)
                .forEach(note -> notes.put(note.group(1), note.group(2)));
        List<List<String>> table = matrix.lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
        for (List<String> line : table.subList(Math.min(2, table.size()), table.size())) {
            for (int column = 1; column < table.get(0).size() - 1; column++) {
                String cell = line.get(column);
                Matcher mark = MARK.matcher(cell);
                String reason = mark.find() ? notes.getOrDefault(mark.group(1), "") : "";
                if (!cell.isEmpty()) {
                    put(
                            line.get(0),
                            table.get(0).get(column),
                            new Cell(cell.replaceAll(MARK.pattern(), "").strip(), reason));
                }
            }
        }
    }

    private void put(String row, String column, Cell cell) {
        rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, cell);
    }

    private void overlay(List<String[]> lines) {
        List<String> here = lines.stream().map(line -> line[1]).distinct().toList();
        rows.values().forEach(cells -> cells.keySet().removeAll(here));
        lines.forEach(
                line -> put(line[0], line[1], Cell.of(Integer.parseInt(line[2]), Integer.parseInt(line[3]), line[4])));
        rows.values().removeIf(Map::isEmpty);
    }

    private String text() {
        SortedSet<String> columns = new TreeSet<>();
        rows.values().forEach(cells -> columns.addAll(cells.keySet()));
        List<String> reasons = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        text.append("| | ").append(String.join(" | ", columns)).append(" |\n");
        text.append("|---|").append("---|".repeat(columns.size())).append('\n');
        rows.forEach((row, cells) -> text.append("| ")
                .append(row)
                .append(columns.stream()
                        .map(column -> " | " + cell(cells.getOrDefault(column, new Cell("", "")), reasons))
                        .collect(Collectors.joining()))
                .append(" |\n"));
        text.append('\n');
        for (int note = 0; note < reasons.size(); note++) {
            text.append(note + 1).append(". ").append(reasons.get(note)).append('\n');
        }
        return text.toString();
    }

    private static String cell(Cell cell, List<String> reasons) {
        if (cell.reason.isEmpty()) {
            return cell.text;
        }
        if (!reasons.contains(cell.reason)) {
            reasons.add(cell.reason);
        }
        return cell.text + " <sup>" + (reasons.indexOf(cell.reason) + 1) + "</sup>";
    }
}
