package dev.migrate.index;

import static java.util.Objects.requireNonNull;

/**
 * Where a revision is written.
 *
 * @param file the name of the source file, without folders: the package tells those
 * @param line the line of its {@code @Revision}, from 1
 * @param column the column of its {@code @Revision}, from 1
 */
public record SourcePosition(String file, int line, int column) {

    public SourcePosition {
        requireNonNull(file, "file");
    }

    /**
     * The position as compilers print it.
     *
     * @return {@code file:line:column}
     */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }

    static SourcePosition parse(String text) {
        int beforeColumn = text.lastIndexOf(':');
        int beforeLine = text.lastIndexOf(':', beforeColumn - 1);
        return new SourcePosition(
                text.substring(0, beforeLine),
                Integer.parseInt(text, beforeLine + 1, beforeColumn, 10),
                Integer.parseInt(text, beforeColumn + 1, text.length(), 10));
    }
}
