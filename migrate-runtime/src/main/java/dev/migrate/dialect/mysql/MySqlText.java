package dev.migrate.dialect.mysql;

import dev.migrate.dialect.DefaultOfType;
import dev.migrate.dialect.SqlText;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Defaults and expressions as the catalogues of MySQL and MariaDB report them. */
final class MySqlText {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    /** The whole of it is one string, in which quotes are doubled or have a backslash before them. */
    private static final Pattern STRING =
            Pattern.compile("(?:_[a-z0-9]+\\s*)?'((?:[^'\\\\]|''|\\\\.)*)'", Pattern.DOTALL);

    private MySqlText() {}

    /** MySQL: {@code EXTRA} has DEFAULT_GENERATED for an expression; else the value stands there as it is. */
    static Optional<DefaultValue> mySqlDefault(@Nullable String reported, boolean expression, ColumnType type) {
        if (reported == null) {
            return Optional.empty();
        }
        boolean now = reported.startsWith("CURRENT_TIMESTAMP")
                && (type instanceof ColumnType.Timestamp || type instanceof ColumnType.TimestampTz);
        if (now) {
            return Optional.of(new DefaultValue.Now());
        }
        boolean bits = type instanceof ColumnType.Raw raw && raw.sql().startsWith("bit");
        DefaultValue value = expression || bits ? fromSql(unescaped(reported)) : new DefaultValue.Text(reported);
        return Optional.of(DefaultOfType.of(value, type));
    }

    /** MariaDB: SQL, even {@code NULL}. */
    static Optional<DefaultValue> mariaDbDefault(@Nullable String reported, ColumnType type) {
        return reported == null || reported.equals("NULL")
                ? Optional.empty()
                : Optional.of(DefaultOfType.of(fromSql(reported), type));
    }

    /** Strings have backslash escapes there, whatever the session's mode is. */
    static DefaultValue fromSql(String sql) {
        Matcher string = STRING.matcher(sql);
        return string.matches()
                ? new DefaultValue.Text(unescaped(string.group(1).replace("''", "'")))
                : SqlText.defaultValue(sql);
    }

    /** What was escaped once, in plain. */
    static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        switch (escape.group(1)) {
                            case "n" -> "\n";
                            case "r" -> "\r";
                            case "t" -> "\t";
                            case "0" -> "\0";
                            case "Z" -> "\u001a";
                            default -> escape.group(1);
                        }));
    }
}
