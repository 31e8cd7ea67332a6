package dev.migrate.dialect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A script while it is written. Each method returns the text it was called on. */
public final class ScriptText {

    private static final String RULE = "-- " + "-".repeat(77);

    private final StringBuilder text = new StringBuilder();

    /** For script languages. */
    public ScriptText() {}

    /**
     * Text in quotes as the standard has it: quotes are doubled, nothing else is special. MySQL reads backslashes too.
     *
     * @param text the text
     * @return a literal
     */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * A list of texts in quotes.
     *
     * @param texts the texts
     * @return literals with commas between them
     */
    public static String quoted(List<String> texts) {
        return texts.stream().map(ScriptText::quoted).collect(Collectors.joining(", "));
    }

    /**
     * SQL of a person that something may follow.
     *
     * @param sql the statement
     * @return the statement; on a line of its own where its last one may end in a comment, which would swallow the rest
     */
    public static String closed(String sql) {
        String last = sql.substring(sql.lastIndexOf('\n') + 1);
        return last.contains("--") || last.contains("#") ? sql + "\n" : sql;
    }

    /**
     * Rows as a person reads them.
     *
     * @param rows a text of rows
     * @return the text; {@code base} for none
     */
    public static String place(String rows) {
        return rows.isEmpty() ? "base" : rows;
    }

    /**
     * Writes comment lines.
     *
     * @param lines what they say; a line that holds several becomes several
     * @return this
     */
    public ScriptText comment(List<String> lines) {
        for (String several : lines) {
            if (several.isBlank()) {
                line("--");
            }
            several.lines().filter(line -> !line.isBlank()).forEach(line -> line("-- " + line));
        }
        return this;
    }

    /**
     * Writes a comment line.
     *
     * @param line what it says
     * @return this
     */
    public ScriptText comment(String line) {
        return comment(List.of(line));
    }

    /**
     * Begins a part of the script.
     *
     * @param title what it does
     * @return this
     */
    public ScriptText section(String title) {
        return line("").line(RULE).comment(title).line(RULE);
    }

    /**
     * Writes a line as it is.
     *
     * @param line the line
     * @return this
     */
    public ScriptText line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /**
     * Writes a statement and its semicolon.
     *
     * @param sql the statement
     * @return this
     */
    public ScriptText statement(String sql) {
        return line(closed(sql) + ";");
    }

    /**
     * Writes a statement, if there is one.
     *
     * @param sql the statement
     * @return this
     */
    public ScriptText statement(Optional<String> sql) {
        sql.ifPresent(this::statement);
        return this;
    }

    /**
     * The script so far.
     *
     * @return its text
     */
    @Override
    public String toString() {
        return text.toString();
    }
}
