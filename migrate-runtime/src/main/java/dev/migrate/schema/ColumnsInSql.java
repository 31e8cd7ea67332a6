package dev.migrate.schema;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which columns an expression names that is written in SQL, of any database. Where one cannot tell without the database's
 * own parser a column counts as named: whoever asks is to leave it alone.
 */
public final class ColumnsInSql {

    private static final String NAME =
            "\"(?:[^\"]|\"\")*+\"|`(?:[^`]|``)*+`|[\\p{L}_$\\x80-\\uFFFF][\\p{L}\\p{N}_$\\x80-\\uFFFF]*+";

    /** A backslash stands for itself in one database and takes the next character with it in the other. */
    private static final Pattern STANDARD = token("'(?:[^']|'')*+'?");

    private static final Pattern WITH_ESCAPES = token("'(?:[^'\\\\]|''|\\\\.)*+'?");

    /** What makes of a name a function, what it is a part of, or the type of a literal. */
    private static final Pattern NO_COLUMN = Pattern.compile("\\s*[.(']");

    private ColumnsInSql() {}

    private static Pattern token(String string) {
        return Pattern.compile(
                "--[^\\n]*+|/\\*.*?(?:\\*/|$)|" + string + "|(?<name>" + NAME + ")|\\[(?<bracketed>[^\\]\\[]*+)"
                        + "|(?<type>::)|\\d[\\w.]*+|\\s++|.",
                Pattern.DOTALL);
    }

    /**
     * The columns that an expression names.
     *
     * @param sql the expression
     * @param table the table whose columns they are
     * @return those of its columns that are named, in the order of the expression
     */
    public static Set<String> of(String sql, Table table) {
        return of(sql, table.columns().stream().map(Column::name).toList());
    }

    /**
     * The columns that an expression names.
     *
     * @param sql the expression
     * @param columns the names that are looked for
     * @return those that are named, in the order of the expression
     */
    public static Set<String> of(String sql, Collection<String> columns) {
        Set<String> named = new LinkedHashSet<>();
        collect(STANDARD, sql, columns, named);
        if (sql.indexOf('\\') >= 0) {
            collect(WITH_ESCAPES, sql, columns, named);
        }
        return named;
    }

    /**
     * An expression after a column was renamed.
     *
     * @param sql the expression
     * @param from the column's old name
     * @param to its new name, as it stands in SQL
     * @return the expression with the new name wherever the old one surely meant the column; where one cannot tell, {@link
     *     #of} still finds the old one
     */
    public static String renamed(String sql, String from, String to) {
        return renamed(sql, from, to, UnaryOperator.identity());
    }

    /**
     * An expression in the words of a database that reports names in a case of its own, after a column was renamed.
     *
     * @param sql the expression
     * @param from the column's old name
     * @param to its new name, as it stands in SQL
     * @param known what a name between quotes is called, in the form of {@code from}
     * @return the expression, as {@link #renamed(String, String, String)} has it
     */
    public static String renamed(String sql, String from, String to, UnaryOperator<String> known) {
        if (sql.indexOf('\\') >= 0) {
            return sql;
        }
        StringBuilder changed = new StringBuilder();
        Matcher token = STANDARD.matcher(sql);
        boolean type = false;
        while (token.find()) {
            String text = token.group();
            boolean column = token.group("name") != null && !type && !isNoColumn(sql, token.end());
            changed.append(column && isExactly(from, text, known) ? to : text);
            if (!text.isBlank()) {
                type = token.group("type") != null || "AS".equalsIgnoreCase(token.group("name"));
            }
        }
        return changed.toString();
    }

    /** What is quoted is meant letter by letter. */
    private static boolean isExactly(String column, String name, UnaryOperator<String> known) {
        String unquoted = unquoted(name);
        return unquoted.equals(name) ? column.equalsIgnoreCase(name) : column.equals(known.apply(unquoted));
    }

    private static void collect(Pattern tokens, String sql, Collection<String> columns, Set<String> named) {
        Matcher token = tokens.matcher(sql);
        boolean type = false;
        int at = 0;
        while (token.find(at)) {
            at = token.end();
            if (token.group("bracketed") != null) {
                add(token.group("bracketed"), columns, named); // SQLite's name, or a place in PostgreSQL's array
                at = token.start() + 1;
            } else if (token.group("name") != null && !type && !isNoColumn(sql, token.end())) {
                add(token.group("name"), columns, named);
            }
            if (!token.group().isBlank()) {
                type = token.group("type") != null || "AS".equalsIgnoreCase(token.group("name"));
            }
        }
    }

    private static boolean isNoColumn(String sql, int end) {
        return NO_COLUMN.matcher(sql).region(end, sql.length()).lookingAt();
    }

    /**
     * A server that folds names has a bare one in another case; once too often does no harm. Of two that differ by {@linkplain
     * ExactName backticks} alone quotes mean the exact one where its letters are these, and the other one elsewhere.
     */
    private static void add(String name, Collection<String> columns, Set<String> named) {
        String unquoted = unquoted(name);
        List<String> alike = columns.stream()
                .filter(column -> ExactName.plain(column).equalsIgnoreCase(unquoted))
                .toList();
        Optional<String> exact =
                Optional.of(ExactName.of(unquoted)).filter(word -> !unquoted.equals(name) && alike.contains(word));
        if (exact.isPresent()) {
            named.add(exact.get());
            return;
        }
        List<String> folded = alike.stream()
                .filter(column -> ExactName.within(column).isEmpty())
                .toList();
        named.addAll(folded.isEmpty() ? alike : folded);
    }

    private static String unquoted(String name) {
        char quote = name.isEmpty() ? ' ' : name.charAt(0);
        return quote == '"' || quote == '`'
                ? name.substring(1, name.length() - 1)
                        .replace(String.valueOf(quote).repeat(2), String.valueOf(quote))
                : name;
    }
}
