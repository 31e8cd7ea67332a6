package dev.migrate.index;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the index knows of a named history: the declaration of one package. Its revisions may lie in other packages, and
 * are in their indexes.
 *
 * @param name the name that {@code @MigrationHistory} gives
 * @param anchor the binary name of the anchor, the class that stands for the history
 * @param includes the binary names of the anchors of included histories, in the order of the annotation
 */
public record HistoryEntry(String name, String anchor, List<String> includes) {

    /** What the history without a name is called where one must be named. */
    public static final String UNNAMED = "unnamed";

    /**
     * {@code migrate.x.<key>} is a value for migrations; an anchor {@code MigrationHistory} would hide the annotation
     * that {@code import dev.migrate.*} brings.
     */
    private static final Set<String> RESERVED = Set.of(UNNAMED, "x", "migration");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    public HistoryEntry {
        requireNonNull(name, "name");
        requireNonNull(anchor, "anchor");
        includes = List.copyOf(includes);
    }

    /**
     * Whether a history can have a name.
     *
     * @param name the name
     * @return true for a letter with letters and digits behind it, at most 64, all of ASCII, and no reserved word
     */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The simple name of the anchor of a history.
     *
     * @param name the history's name
     * @return such as {@code BillingHistory}
     */
    public static String anchorOf(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "History";
    }

    /**
     * The entry as the index holds it: a line {@code history <name>}, then one line for each thing there is to say.
     *
     * @return one or more lines, each ended by {@code \n}; {@link #parse} reads it
     */
    public String text() {
        StringBuilder text = new StringBuilder(128);
        IndexLines.write(text, "history", name);
        IndexLines.write(text, "anchor", anchor);
        includes.forEach(included -> IndexLines.write(text, "includes", included));
        return text.toString();
    }

    /**
     * Reads the entry that {@link #text()} wrote.
     *
     * @param pieces texts which, joined, are one entry or nothing
     * @return the entry; empty where there is no text
     * @throws IllegalArgumentException when the text is not of that form
     */
    public static Optional<HistoryEntry> parse(List<String> pieces) {
        List<IndexLines.Line> lines = IndexLines.read(String.join("", pieces));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HistoryEntry(first(lines, "history"), first(lines, "anchor"), all(lines, "includes")));
    }

    private static String first(List<IndexLines.Line> lines, String keyword) {
        return all(lines, keyword).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a history without a line \"" + keyword + "\""));
    }

    // Lines that this version does not know come from a newer processor.
    private static List<String> all(List<IndexLines.Line> lines, String keyword) {
        return lines.stream()
                .filter(line -> line.keyword().equals(keyword))
                .map(IndexLines.Line::value)
                .toList();
    }
}
