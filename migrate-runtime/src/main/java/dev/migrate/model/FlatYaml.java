package dev.migrate.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plain values of a YAML file as people write settings: mappings within mappings, one key a line. The first document
 * counts; what is written in other ways (lists, text over several lines, braces) is left aside.
 */
final class FlatYaml {

    private final Map<String, String> values = new TreeMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();

    private FlatYaml() {}

    /** The values by their full names, levels joined by dots. */
    static Map<String, String> read(Reader text) throws IOException {
        FlatYaml yaml = new FlatYaml();
        BufferedReader lines = new BufferedReader(text);
        boolean begun = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("---") && begun) {
                break; // another document holds for a profile
            }
            begun |= yaml.take(line);
        }
        return yaml.values;
    }

    /** Whether the line says anything. */
    private boolean take(String line) {
        String content = line.strip();
        if (content.isEmpty() || content.startsWith("#") || content.startsWith("---")) {
            return false;
        }
        int indent = line.indexOf(content);
        int colon = content.startsWith("- ") ? -1 : keyEnd(content);
        while (!levels.isEmpty() && levels.peek().indent >= indent) {
            levels.pop();
        }
        if (colon >= 0) {
            String name = unquoted(content.substring(0, colon).strip());
            String value = withoutComment(content.substring(colon + 1).strip());
            levels.push(new Level(indent, name));
            if (!value.isEmpty() && "{[|>&*!".indexOf(value.charAt(0)) < 0) {
                values.put(path(), unquoted(value));
            }
        }
        return true;
    }

    /** Where the key ends: at a colon with nothing or white space behind it. */
    private static int keyEnd(String content) {
        int colon = content.indexOf(':');
        while (colon >= 0 && colon + 1 < content.length() && content.charAt(colon + 1) != ' ') {
            colon = content.indexOf(':', colon + 1);
        }
        return colon;
    }

    private static String withoutComment(String value) {
        if (value.startsWith("'") || value.startsWith("\"")) {
            int end = value.indexOf(value.charAt(0), 1);
            return end < 0 ? value : value.substring(0, end + 1);
        }
        int comment = value.startsWith("#") ? 0 : value.indexOf(" #");
        return comment < 0 ? value : value.substring(0, comment).strip();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Level> outermost = levels.descendingIterator(); outermost.hasNext(); ) {
            path.append(path.isEmpty() ? "" : ".").append(outermost.next().name);
        }
        return path.toString();
    }

    private record Level(int indent, String name) {}
}
