package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.SqlText;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL as PostgreSQL writes it down, brought back to what a person would have written. */
final class PostgreSqlText {

    private static final String STRING = "'(?:[^']|'')*'";

    private static final String QUOTED = "\"(?:[^\"]|\"\")*\"";

    private static final String TYPE = "(?:" + QUOTED + "|[A-Za-z_][\\w$]*)(?:\\.(?:" + QUOTED + "|[A-Za-z_][\\w$]*))?"
            + "(?: varying| precision)?(?:\\(\\d+(?:,\\s*-?\\d+)?\\))?(?: with(?:out)? time zone)?(?:\\[\\])*";

    /** A negative number is written as text with a cast. */
    private static final Pattern NUMBER = Pattern.compile("'(-?\\d+(?:\\.\\d+)?)'::(?:smallint|integer|bigint|numeric)");

    private static final Pattern CAST = Pattern.compile("(?<kept>" + STRING + "|" + QUOTED + ")|::" + TYPE);

    private static final Pattern CAST_CALL =
            Pattern.compile("(?i)\\bCAST\\(([^()]+) AS [^()]+(?:\\([^()]*\\))?\\)");

    private static final Pattern TYPED_LITERAL =
            Pattern.compile("(?i)\\b(?:DATE|TIME|TIMESTAMP|TIMESTAMPTZ|INTERVAL) (?=')");

    private static final String LIST = "\\(+ARRAY\\[((?:" + STRING + "|[^\\]'])*)\\]\\)+";
    private static final Pattern IN = Pattern.compile("= ANY " + LIST);
    private static final Pattern NOT_IN = Pattern.compile("<> ALL " + LIST);

    private static final Pattern IN_ONE =
            Pattern.compile("(?i)\\b(?<not>NOT )?IN\\s*\\(\\s*(?<one>" + STRING + "|-?[\\d.]+)\\s*\\)");

    private static final Pattern BETWEEN =
            Pattern.compile("(?i)(?<what>[\\w$]+) BETWEEN (?<low>[^\\s()]+) AND (?<high>[^\\s()]+)");

    private static final Pattern TYPED = Pattern.compile("(?<literal>" + STRING + ")::(?:" + TYPE + ")");

    private static final Pattern NOTHING = Pattern.compile("(?i)NULL(?:::" + TYPE + ")?");

    /** One column among some words, as the server writes down a check that says {@code IN}. */
    private static final Pattern AMONG = Pattern.compile("\\(*(?:" + QUOTED + "|[a-z_][a-z0-9_$]*)\\)*(?:::text)?"
            + " = (?:ANY \\(+ARRAY\\[(?<words>" + word() + "(?:, " + word() + ")*)\\]\\)*(?:::text\\[\\])?\\)*|(?<word>"
            + word() + ")\\)*)");

    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'");

    private PostgreSqlText() {}

    private static String word() {
        return STRING + "::(?:character varying|text)";
    }

    /** An expression without what the server adds. Good for comparing only. */
    static String plain(String sql) {
        String text = NUMBER.matcher(sql).replaceAll("$1");
        text = CAST.matcher(text).replaceAll(PostgreSqlText::kept);
        text = TYPED_LITERAL.matcher(text).replaceAll("");
        text = CAST_CALL.matcher(text).replaceAll("$1");
        text = IN.matcher(text).replaceAll("IN ($1)");
        text = NOT_IN.matcher(text).replaceAll("NOT IN ($1)");
        text = IN_ONE.matcher(text).replaceAll(PostgreSqlText::equalToOne);
        text = BETWEEN.matcher(text).replaceAll("${what} >= ${low} AND ${what} <= ${high}");
        return text.replace("!~~*", "NOT ILIKE")
                .replace("~~*", "ILIKE")
                .replace("!~~", "NOT LIKE")
                .replace("~~", "LIKE");
    }

    private static String kept(MatchResult match) {
        return match.group(1) == null ? "" : Matcher.quoteReplacement(match.group(1));
    }

    private static String equalToOne(MatchResult match) {
        return (match.group(1) == null ? "= " : "<> ") + Matcher.quoteReplacement(match.group(2));
    }

    /** A default as the catalogue has it; a column whose default is null has none. */
    static Optional<DefaultValue> defaultValue(String reported) {
        if (NOTHING.matcher(reported).matches()) {
            return Optional.empty();
        }
        Matcher typed = TYPED.matcher(reported);
        return Optional.of(SqlText.defaultValue(typed.matches() ? typed.group("literal") : reported));
    }

    /**
     * What a check allows that says nothing but which words a column may hold.
     *
     * @param condition the check as the catalogue has it
     * @return the words, in order; empty when the check says something else
     */
    static Optional<ColumnType.EnumOf> words(String condition) {
        String plain = SqlText.withoutParentheses(condition);
        Matcher among = AMONG.matcher(plain);
        if (!among.matches()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(among.group("words") == null ? among.group("word") : among.group("words"));
        while (word.find()) {
            words.add(word.group(1).replace("''", "'"));
        }
        return Optional.of(new ColumnType.EnumOf(words));
    }

    /** JSON without the white space between its tokens, which the server sets in its own way. */
    static String compactJson(String json) {
        StringBuilder compact = new StringBuilder();
        boolean inString = false;
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            if (inString && c == '\\' && at + 1 < json.length()) {
                compact.append(c).append(json.charAt(++at));
                continue;
            }
            inString ^= c == '"';
            if (inString || !Character.isWhitespace(c)) {
                compact.append(c);
            }
        }
        return compact.toString();
    }
}
