package dev.migrate.dialect.mysql;

import dev.migrate.dialect.TableSql;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
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

    /** A column with what it is computed by, and its default, in words of the new name. */
    Column in(Column column) {
        return TableSql.changed(column, this::in)
                .withDefault(column.defaultValue()
                        .map(value -> value instanceof DefaultValue.Expression expression
                                ? new DefaultValue.Expression(in(expression.sql()))
                                : value));
    }

    private boolean isColumn(Matcher token) {
        String quoted = token.group("quoted");
        String name = quoted == null ? token.group("word") : quoted.replace("``", "`");
        return from.equalsIgnoreCase(name);
    }
}
