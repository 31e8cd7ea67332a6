package dev.migrate.dialect.mysql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a renamed column through an expression or condition, as MariaDB does with those that it keeps. */
final class ColumnWords {

    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^'\\\\]|''|\\\\.)*'" + "|\"(?:[^\"\\\\]|\"\"|\\\\.)*\""
                    // a function, a variable or a table before a point is no column
                    + "|`(?<quoted>(?:[^`]|``)*)`(?!\\s*\\.)"
                    + "|(?<![@\\p{L}\\p{N}_$])(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)(?!\\s*[.(]|[\\p{L}\\p{N}_$])",
            Pattern.DOTALL);

    private final String from;
    private final String to;

    ColumnWords(String from, String to) {
        this.from = from;
        this.to = to;
    }

    String in(String sql) {
        return TOKEN.matcher(sql)
                .replaceAll(token ->
                        Matcher.quoteReplacement(isColumn((Matcher) token) ? MySqlDialect.quoted(to) : token.group()));
    }

    private boolean isColumn(Matcher token) {
        String quoted = token.group("quoted");
        String name = quoted == null ? token.group("word") : quoted.replace("``", "`");
        return from.equalsIgnoreCase(name);
    }
}
