package dev.migrate.index;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.RevisionNode;
import java.util.List;
import java.util.Optional;

/**
 * What the index knows of one revision: all that a command needs which does not run it, so that {@code history} and
 * {@code heads} load no migration class.
 *
 * @param node its place in the graph
 * @param history the name of the history it belongs to; empty for the unnamed one
 * @param message what it does, in a few words; may be empty
 * @param className the binary name of its class
 * @param source where it is written, where the compiler told
 * @param checksum the checksum of its source with the version of the algorithm in front, where the compiler told
 * @param irreversible why it cannot be undone, where it is marked so
 */
public record RevisionEntry(
        RevisionNode node,
        String history,
        String message,
        String className,
        Optional<SourcePosition> source,
        Optional<String> checksum,
        Optional<String> irreversible) {

    public RevisionEntry {
        requireNonNull(node, "node");
        requireNonNull(history, "history");
        requireNonNull(message, "message");
        requireNonNull(className, "className");
        requireNonNull(source, "source");
        requireNonNull(checksum, "checksum");
        requireNonNull(irreversible, "irreversible");
    }

    /**
     * The revision's id.
     *
     * @return {@code node().id()}
     */
    public String id() {
        return node.id();
    }

    /**
     * The entry as the index holds it: a line {@code revision <id>}, then one line for each thing there is to say.
     *
     * @return one or more lines, each ended by {@code \n}; {@link #parse} reads it
     */
    public String text() {
        return EntryText.write(this);
    }

    /**
     * Reads entries that {@link #text()} wrote.
     *
     * @param pieces texts which, joined, are those of any number of entries one after the other
     * @return the entries in the same order
     * @throws IllegalArgumentException when the text is not of that form
     */
    public static List<RevisionEntry> parse(List<String> pieces) {
        return EntryText.read(pieces);
    }
}
