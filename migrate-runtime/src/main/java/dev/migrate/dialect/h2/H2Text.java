package dev.migrate.dialect.h2;

import dev.migrate.dialect.SqlText;
import dev.migrate.schema.DefaultValue;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL as H2's catalogue reports it, in plain words. */
final class H2Text {

    /** What H2 makes of a string with anything but printable ASCII: {@code U&'gr\00fcn'}. */
    private static final Pattern UNICODE_STRING = Pattern.compile("U&'((?:[^']|'')*)'");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\\\|\\+([0-9A-Fa-f]{6})|([0-9A-Fa-f]{4}))");

    private static final Pattern TYPED_LITERAL =
            Pattern.compile("(?:JSON|DATE|TIME|TIMESTAMP|TIMESTAMP WITH TIME ZONE|UUID) ('(?:[^']|'')*')");

    private static final Pattern CAST = Pattern.compile("(?i)\\bCAST\\(([^()]+) AS [^()]+(?:\\([^()]*\\))?\\)");

    private static final Pattern NUMBER_CAST = Pattern.compile("(?i)CAST\\((-?\\d+) AS (?:INTEGER|BIGINT|DECFLOAT)\\)");

    private H2Text() {}

    /** The SQL without Unicode escapes. */
    static String plain(String sql) {
        return UNICODE_STRING.matcher(sql).replaceAll(H2Text::plainString);
    }

    private static String plainString(MatchResult string) {
        String decoded = ESCAPE.matcher(string.group(1)).replaceAll(escape -> {
            String digits = escape.group(1) == null ? escape.group(2) : escape.group(1);
            return Matcher.quoteReplacement(digits == null ? "\\" : Character.toString(Integer.parseInt(digits, 16)));
        });
        return Matcher.quoteReplacement("'" + decoded + "'");
    }

    static DefaultValue defaultValue(String reported) {
        String sql = plain(reported);
        Matcher literal = TYPED_LITERAL.matcher(sql);
        return SqlText.defaultValue(literal.matches() ? literal.group(1) : sql);
    }

    /** H2 writes a cast around a constant that is compared with a column of another type. */
    static String withoutCasts(String sql) {
        return CAST.matcher(sql).replaceAll("$1");
    }

    /** A number that H2 computed keeps its type where that is not the usual one. */
    static String withoutNumberCast(String sql) {
        Matcher cast = NUMBER_CAST.matcher(sql);
        return cast.matches() ? cast.group(1) : sql;
    }
}
