package dev.migrate.dialect;

import dev.migrate.schema.DefaultValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pieces of SQL as databases report them back: conditions, defaults, expressions.
 *
 * <p>Servers add parentheses, quotes, casts and character-set introducers, and change the case of words.
 */
public final class SqlText {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+" + "|(?<introducer>(?:_[a-z0-9]+|\\bN|\\bU&)(?='))"
                    + "|(?<string>'(?:[^'\\\\]|''|\\\\.|\\\\(?=')(?!''))*')"
                    + "|`(?<backtick>(?:[^`]|``)*)`" + "|\"(?<double>(?:[^\"]|\"\")*)\""
                    + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)" + "|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|<=>|<>|!=|<=|>=|\\|\\||&&|::|.",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Map<String, String> SAME = Map.of(
            "!=",
            "<>",
            "now",
            "current_timestamp",
            "localtimestamp",
            "current_timestamp",
            "curdate",
            "current_date",
            "curtime",
            "current_time",
            "localtime",
            "current_time");

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");

    private static final Pattern MOMENT = Pattern.compile(
            "(?:current_timestamp|localtimestamp|now|current_date|curdate|current_time|localtime|curtime)"
                    + "(?:\\(\\d?\\))?");

    private SqlText() {}

    /**
     * A piece of SQL in one spelling: what servers add or change is taken away. Good for comparing only.
     *
     * @param sql an expression or condition
     * @return its words, separated by single spaces
     */
    public static String canonical(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String token = matcher.group();
            if (matcher.group("string") != null) {
                tokens.add(token);
            } else if (matcher.group("backtick") != null || matcher.group("double") != null) {
                tokens.add(token.substring(1, token.length() - 1).toLowerCase(Locale.ROOT));
            } else if (matcher.group("introducer") == null && !token.isBlank() && !"()".contains(token)) {
                String word = token.toLowerCase(Locale.ROOT);
                tokens.add(SAME.getOrDefault(word, word));
            }
        }
        return String.join(" ", tokens);
    }

    /**
     * A default as it stands in SQL.
     *
     * @param sql a literal or an expression
     * @return text, a number, a truth value or the present moment where it is plainly that; else the expression
     */
    public static DefaultValue defaultValue(String sql) {
        String plain = withoutParentheses(sql.strip());
        String lower = plain.toLowerCase(Locale.ROOT);
        if (isString(plain)) {
            return new DefaultValue.Text(plain.substring(1, plain.length() - 1).replace("''", "'"));
        }
        if (NUMBER.matcher(plain).matches()) {
            return new DefaultValue.Numeric(new BigDecimal(plain));
        }
        if (lower.equals("true") || lower.equals("false")) {
            return new DefaultValue.Bool(lower.equals("true"));
        }
        return MOMENT.matcher(lower).matches() ? new DefaultValue.Now() : new DefaultValue.Expression(plain);
    }

    /** Whether all of it is one string, in which quotes are doubled. */
    private static boolean isString(String sql) {
        return sql.length() >= 2
                && sql.startsWith("'")
                && sql.endsWith("'")
                && !sql.substring(1, sql.length() - 1).replace("''", "").contains("'");
    }

    /**
     * An expression without the parentheses around the whole of it.
     *
     * @param sql an expression
     * @return the same without them, however many there were
     */
    public static String withoutParentheses(String sql) {
        String inner = sql.strip();
        while (inner.startsWith("(") && closing(inner) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    /** Where the parenthesis that opens the text is closed; -1 when it is not. */
    private static int closing(String sql) {
        int depth = 0;
        char quote = 0;
        for (int at = 0; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
