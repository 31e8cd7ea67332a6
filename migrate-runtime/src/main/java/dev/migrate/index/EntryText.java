package dev.migrate.index;

import dev.migrate.graph.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry as {@link IndexLines}, the first of which is {@code revision <id>}. */
final class EntryText {

    private static final String START = "revision ";

    private EntryText() {}

    static String write(RevisionEntry entry) {
        StringBuilder text = new StringBuilder(256);
        IndexLines.write(text, "revision", entry.id());
        entry.node().downRevisions().forEach(id -> IndexLines.write(text, "follows", id));
        entry.node().dependsOn().forEach(id -> IndexLines.write(text, "depends", id));
        entry.node().branchLabels().forEach(label -> IndexLines.write(text, "label", label));
        if (!entry.history().isEmpty()) {
            IndexLines.write(text, "history", entry.history());
        }
        if (!entry.message().isEmpty()) {
            IndexLines.write(text, "message", entry.message());
        }
        IndexLines.write(text, "class", entry.className());
        entry.source().ifPresent(position -> IndexLines.write(text, "source", position.toString()));
        entry.checksum().ifPresent(checksum -> IndexLines.write(text, "checksum", checksum));
        entry.irreversible().ifPresent(why -> IndexLines.write(text, "irreversible", why));
        return text.toString();
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
            IndexLines.Line line = IndexLines.read(text, at);
            String value = line.value();
            switch (line.keyword()) {
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
            return line.end();
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
    }
}
