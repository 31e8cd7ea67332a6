package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the author of a statement or of code says about running it a second time.
 *
 * @param doneWhen a query of one row and one column that is true when the effect is there
 * @param repeatable whether running it twice does the same as running it once
 */
public record Assurance(Optional<String> doneWhen, boolean repeatable) {

    /** Nothing was said. */
    public static final Assurance NONE = new Assurance(Optional.empty(), false);

    private static final int EXCERPT = 60;

    public Assurance {
        requireNonNull(doneWhen, "doneWhen");
    }

    /** The beginning of a statement on one line, for a message. */
    static String excerpt(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT - 1)) + "…";
    }
}
