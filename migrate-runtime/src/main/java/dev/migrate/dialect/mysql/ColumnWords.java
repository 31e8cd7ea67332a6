package dev.migrate.dialect.mysql;

import dev.migrate.dialect.TableSql;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a renamed column through an expression or condition, as MariaDB does with those that it keeps. What a server reports
 * has every name between backticks; in what a person wrote a bare word may be the column, or a type or a unit of time.
 */
final class ColumnWords {

    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^'\\\\]|''|\\\\.)*'" + "|\"(?:[^\"\\\\]|\"\"|\\\\.)*\""
                    // a function, a variable or a table before a point is no column
                    + "|`(?:[^`]|``)*`\\s*\\.|`(?<quoted>(?:[^`]|``)*)`"
                    + "|(?<![@\\p{L}\\p{N}_$])(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)(?!\\s*[.(']|[\\p{L}\\p{N}_$])",
            Pattern.DOTALL);

    /** What stands before a type, or a unit of time. */
    private static final Pattern BEFORE_ANOTHER_WORD = Pattern.compile(
            "(?:\\bAS|\\bINTERVAL\\s+\\S+|\\bEXTRACT\\s*\\(|\\bTIMESTAMP(?:ADD|DIFF)\\s*\\()\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int FAR_ENOUGH = 60;

    private final String from;
    private final String to;

    ColumnWords(String from, String to) {
        this.from = from;
        this.to = to;
    }

    String in(String sql) {
        boolean reported = isReported(sql);
        return TOKEN.matcher(sql)
                .replaceAll(token -> Matcher.quoteReplacement(
                        isColumn((Matcher) token, sql, reported) ? MySqlDialect.quoted(to) : token.group()));
    }

    private static boolean isReported(String sql) {
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group("quoted") != null) {
                return true;
            }
        }
        return false;
    }

    /** A column with what it is computed by, and its default, in words of the new name. */
    Column in(Column column) {
        return TableSql.changed(column, this::in)
                .withDefault(column.defaultValue()
                        .map(value -> value instanceof DefaultValue.Expression expression
                                ? new DefaultValue.Expression(in(expression.sql()))
                                : value));
    }

    private boolean isColumn(Matcher token, String sql, boolean reported) {
        String quoted = token.group("quoted");
        if (quoted != null) {
            return from.equalsIgnoreCase(quoted.replace("``", "`"));
        }
        return !reported
                && from.equalsIgnoreCase(token.group("word"))
                && !BEFORE_ANOTHER_WORD
                        .matcher(sql.substring(Math.max(0, token.start() - FAR_ENOUGH), token.start()))
                        .find();
    }
}
