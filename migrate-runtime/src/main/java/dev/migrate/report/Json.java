package dev.migrate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object under construction: its fields in the order in which they are put, printed with two blanks a level. */
final class Json {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    Json put(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Json put(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    Json put(String name, long value) {
        fields.put(name, value);
        return this;
    }

    Json put(String name, Json value) {
        fields.put(name, value);
        return this;
    }

    /** An array of texts. */
    Json putTexts(String name, List<String> values) {
        fields.put(name, List.copyOf(values));
        return this;
    }

    /** An array of objects. */
    Json putAll(String name, List<Json> values) {
        fields.put(name, List.copyOf(values));
        return this;
    }

    /** A member that says that there is none of what it names. */
    Json putNothing(String name) {
        fields.put(name, Optional.empty());
        return this;
    }

    /** The document, ended by a line feed. */
    String text() {
        StringBuilder out = new StringBuilder();
        write(out, this, "\n");
        return out.append('\n').toString();
    }

    private static void write(StringBuilder out, Object value, String newLine) {
        if (value instanceof Json object) {
            List<String> members = new ArrayList<>();
            object.fields.forEach((name, member) -> {
                StringBuilder text = new StringBuilder();
                quote(text, name);
                write(text.append(": "), member, newLine + "  ");
                members.add(text.toString());
            });
            enclose(out, '{', members, '}', newLine);
        } else if (value instanceof List<?> items) {
            List<String> members = new ArrayList<>();
            for (Object item : items) {
                StringBuilder text = new StringBuilder();
                write(text, item, newLine + "  ");
                members.add(text.toString());
            }
            boolean texts = items.stream().allMatch(String.class::isInstance);
            if (texts) {
                out.append('[').append(String.join(", ", members)).append(']');
            } else {
                enclose(out, '[', members, ']', newLine);
            }
        } else if (value instanceof String text) {
            quote(out, text);
        } else if (value instanceof Optional<?>) {
            out.append("null");
        } else {
            out.append(value); // a number or a truth value
        }
    }

    private static void enclose(StringBuilder out, char open, List<String> members, char close, String newLine) {
        out.append(open)
                .append(newLine)
                .append("  ")
                .append(String.join("," + newLine + "  ", members))
                .append(newLine)
                .append(close);
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // lone surrogates cannot be written as UTF-8; the line separators would end a line in JavaScript
                    boolean escaped = c < ' ' || c == '\u007f' || c == '\u2028' || c == '\u2029' || isLone(text, i);
                    out.append(escaped ? String.format("\\u%04x", (int) c) : String.valueOf(c));
                }
            }
        }
        out.append('"');
    }

    private static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
