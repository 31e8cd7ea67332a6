package dev.migrate.maven.source;

import java.util.ArrayList;
import java.util.List;

/** Text in several lines, between three quotes. */
final class TextBlock {

    static final String QUOTES = "\"\"\"";

    private TextBlock() {}

    /** Whether a text can be written so: not with blanks of another kind, which a text block might take for indentation. */
    static boolean isPossible(String text, JavaText java) {
        return text.codePoints()
                .allMatch(c -> c == '\n' || c == ' ' || (!Character.isWhitespace(c) && java.isPlain(c)));
    }

    /** The lines after the first quotes, the last quotes included, each after {@code indent} columns. */
    static List<String> lines(String text, int indent, int width, JavaText java) {
        List<String> lines = new ArrayList<>();
        String margin = " ".repeat(indent);
        List<String> written = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            written.addAll(broken(escaped(line, java), width - indent));
        }
        boolean endsWithBreak = written.get(written.size() - 1).isEmpty();
        if (written.stream().filter(line -> !line.isEmpty()).allMatch(line -> line.startsWith(" ")) && !endsWithBreak) {
            int first = firstFilled(written);
            written.set(first, "\\s" + written.get(first).substring(1)); // else it would count as indentation
        }
        for (String line : written) {
            lines.add(line.isEmpty() ? "" : margin + line);
        }
        int last = lines.size() - 1;
        String end = lines.get(last);
        if (end.isEmpty()) {
            lines.set(last, margin + QUOTES);
        } else {
            lines.set(last, (endsWithQuote(end) ? end.substring(0, end.length() - 1) + "\\\"" : end) + QUOTES);
        }
        return lines;
    }

    /** A quote that is not behind a backslash of its own. */
    private static boolean endsWithQuote(String line) {
        int backslashes = 0;
        while (backslashes < line.length() - 1 && line.charAt(line.length() - 2 - backslashes) == '\\') {
            backslashes++;
        }
        return line.endsWith("\"") && backslashes % 2 == 0;
    }

    private static int firstFilled(List<String> lines) {
        int first = 0;
        while (lines.get(first).isEmpty()) {
            first++;
        }
        return first;
    }

    private static String escaped(String line, JavaText java) {
        String escaped = java.inTextBlock(line);
        return escaped.endsWith(" ") ? escaped.substring(0, escaped.length() - 1) + "\\s" : escaped;
    }

    /** A line that is too long goes on in the next one: a backslash takes the break back. */
    private static List<String> broken(String line, int width) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width - 2);
            if (blank <= rest.length() - rest.stripLeading().length()) {
                break; // one long word
            }
            lines.add(rest.substring(0, blank + 1) + "\\");
            rest = rest.substring(blank + 1);
        }
        lines.add(rest);
        return lines;
    }
}
