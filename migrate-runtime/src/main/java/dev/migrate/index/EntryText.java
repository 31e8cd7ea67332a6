package dev.migrate.index;

import dev.migrate.graph.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry as lines of {@code keyword value}, the first of which is {@code revision <id>}. In a value, a backslash and
 * the two line breaks are written as in Java; everything else stands for itself.
 */
final class EntryText {

    private static final String START = "revision ";

    private EntryText() {}

    static String write(RevisionEntry entry) {
        StringBuilder text = new StringBuilder(256);
        line(text, "revision", entry.id());
        entry.node().downRevisions().forEach(id -> line(text, "follows", id));
        entry.node().dependsOn().forEach(id -> line(text, "depends", id));
        entry.node().branchLabels().forEach(label -> line(text, "label", label));
        if (!entry.history().isEmpty()) {
            line(text, "history", entry.history());
        }
        if (!entry.message().isEmpty()) {
            line(text, "message", entry.message());
        }
        line(text, "class", entry.className());
        entry.source().ifPresent(position -> line(text, "source", position.toString()));
        entry.checksum().ifPresent(checksum -> line(text, "checksum", checksum));
        entry.irreversible().ifPresent(why -> line(text, "irreversible", why));
        return text.toString();
    }

    private static void line(StringBuilder text, String keyword, String value) {
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

    static List<RevisionEntry> read(List<String> pieces) {
        String text = String.join("", pieces);
        List<RevisionEntry> entries = new ArrayList<>(pieces.size());
        int at = 0;
        while (at < text.length()) {
            if (!text.startsWith(START, at)) {
                throw new IllegalArgumentException("not an entry of a revision index: " + text.substring(at));
            }
            Lines lines = new Lines();
            do {
                at = lines.take(text, at);
            } while (at < text.length() && !text.startsWith(START, at));
            entries.add(lines.entry());
        }
        return entries;
    }

    /** The lines of one entry. The lists stay shared and empty for what most revisions do not have. */
    private static final class Lines {
        private String id = "";
        private List<String> follows = List.of();
        private List<String> depends = List.of();
        private List<String> labels = List.of();
        private String history = "";
        private String message = "";
        private String className = "";
        private @Nullable String source;
        private @Nullable String checksum;
        private @Nullable String irreversible;

        /** Takes the line that begins at {@code at} and answers where the next one begins. */
        int take(String text, int at) {
            int space = text.indexOf(' ', at);
            int end = text.indexOf('\n', at);
            if (space < 0 || end < space) {
                throw new IllegalArgumentException("not a line of a revision index: " + text.substring(at));
            }
            String value = unescaped(text.substring(space + 1, end));
            switch (text.substring(at, space)) {
                case "revision" -> id = value;
                case "follows" -> follows = with(follows, value);
                case "depends" -> depends = with(depends, value);
                case "label" -> labels = with(labels, value);
                case "history" -> history = value;
                case "message" -> message = value;
                case "class" -> className = value;
                case "source" -> source = value;
                case "checksum" -> checksum = value;
                case "irreversible" -> irreversible = value;
                default -> {
                    // A newer processor says more than this runtime understands.
                }
            }
            return end + 1;
        }

        RevisionEntry entry() {
            return new RevisionEntry(
                    new RevisionNode(id, follows, depends, labels),
                    history,
                    message,
                    className,
                    Optional.ofNullable(source).map(SourcePosition::parse),
                    Optional.ofNullable(checksum),
                    Optional.ofNullable(irreversible));
        }

        private static List<String> with(List<String> before, String value) {
            if (before.isEmpty()) {
                return List.of(value);
            }
            List<String> after = new ArrayList<>(before);
            after.add(value);
            return after;
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
}
