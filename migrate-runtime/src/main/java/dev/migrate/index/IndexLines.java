package dev.migrate.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of {@code keyword value}, of which all texts of an index are made. In a value, a backslash and the two line
 * breaks are written as in Java; everything else stands for itself.
 */
final class IndexLines {

    /**
     * One line.
     *
     * @param end where the next one begins
     */
    record Line(String keyword, String value, int end) {}

    private IndexLines() {}

    static void write(StringBuilder text, String keyword, String value) {
        text.append(keyword).append(' ');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        text.append('\n');
    }

    static List<Line> read(String text) {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); at = lines.get(lines.size() - 1).end()) {
            lines.add(read(text, at));
        }
        return lines;
    }

    /** The line that begins at {@code at}. */
    static Line read(String text, int at) {
        int space = text.indexOf(' ', at);
        int end = text.indexOf('\n', at);
        if (space < 0 || end < space) {
            throw new IllegalArgumentException("not a line of a revision index: " + text.substring(at));
        }
        return new Line(text.substring(at, space), unescaped(text.substring(space + 1, end)), end + 1);
    }

    private static String unescaped(String value) {
        int at = value.indexOf('\\');
        if (at < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length()).append(value, 0, at);
        for (; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = value.charAt(++at);
            text.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
        }
        return text.toString();
    }
}
