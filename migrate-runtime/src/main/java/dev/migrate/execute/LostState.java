package dev.migrate.execute;

import dev.migrate.script.ScriptStatement;
import java.util.regex.Pattern;

/** What a statement leaves in its session and no other session can have. */
final class LostState {

    private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*+'", Pattern.DOTALL);

    /** Whatever is not the same a second time: rows, the clock, and every function but those that only rewrite. */
    private static final Pattern SET_FROM_DATA = Pattern.compile(
            "\\bSELECT\\b|\\b(?:CURRENT_|LOCALTIME|UTC_)\\w*|@@(?:\\w+\\.)?(?:LAST_INSERT_ID|IDENTITY|TIMESTAMP|\\w+_COUNT)\\b"
                    + "|\\b(?!(?:CONCAT|CONCAT_WS|REPLACE|IF|IFNULL|COALESCE|TRIM|UPPER|LOWER|CAST|CONVERT|IN|AND|OR)\\b)"
                    + "[a-z_]\\w*\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern VARIABLE = Pattern.compile("\\bINTO\\s+@\\w|@\\w+\\s*:=", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEMPORARY = Pattern.compile(
            "\\s*CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:LOCAL\\s+|GLOBAL\\s+)?TEMP(?:ORARY)?\\b.*|\\s*PREPARE\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private LostState() {}

    /** Whether later statements may need what only the session knows that ran this one. */
    static boolean isMadeBy(ScriptStatement statement) {
        String sql = statement.sql();
        return switch (statement.effect()) {
            case SESSION ->
                SET_FROM_DATA.matcher(STRING.matcher(sql).replaceAll("''")).find();
            case ROWS -> startsWithSelect(sql) && VARIABLE.matcher(sql).find();
            case OTHER -> TEMPORARY.matcher(sql).matches();
            case LOCK, UNLOCK -> false;
        };
    }

    /** Whether later operations may go wrong without it, and nobody would notice: a table that is gone is noticed. */
    static boolean isMissedSilently(ScriptStatement statement) {
        return statement.effect() != ScriptStatement.Effect.OTHER && isMadeBy(statement);
    }

    private static boolean startsWithSelect(String sql) {
        return sql.regionMatches(true, 0, "SELECT", 0, 6);
    }
}
