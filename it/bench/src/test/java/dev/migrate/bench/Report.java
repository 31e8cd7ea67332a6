package dev.migrate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tables in Markdown, which the README can take as they are. */
final class Report {

    private final List<String> lines = new ArrayList<>();

    void text(String line) {
        lines.add(line);
        lines.add("");
    }

    void table(List<String> header, List<List<String>> rows) {
        lines.add(row(header));
        lines.add("|" + "---|".repeat(header.size()));
        rows.forEach(cells -> lines.add(row(cells)));
        lines.add("");
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, toString());
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
