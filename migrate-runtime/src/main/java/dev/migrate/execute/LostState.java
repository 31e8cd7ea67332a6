package dev.migrate.execute;

import dev.migrate.operation.Atomically;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.RunScript;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.script.ScriptStatement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** What a statement makes that goes with its session, by its name. */
    private static final Pattern NAMED = Pattern.compile(
            "\\s*(?:CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:LOCAL\\s+|GLOBAL\\s+)?TEMP(?:ORARY)?\\s+TABLE"
                    + "(?:\\s+IF\\s+NOT\\s+EXISTS)?|PREPARE)\\s+[`\"]?([\\w$]+)[`\"]?.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern LAST_KEY = Pattern.compile(
            "\\b(?:LAST_INSERT_ID|LASTVAL|CURRVAL|LAST_INSERT_ROWID|IDENTITY|SCOPE_IDENTITY)\\s*\\(|@@(?:IDENTITY|LAST_INSERT_ID)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INSERTS =
            Pattern.compile("\\s*(?:INSERT|REPLACE|MERGE)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private LostState() {}

    /**
     * What statements that are still to be sent need of a session that is gone: a temporary table or prepared statement
     * of statements that are done, or the key that these generated last. What a group makes for itself it makes again.
     *
     * @return the statement that needs it
     */
    static Optional<String> requiredBy(List<Operation> done, List<Operation> left) {
        List<String> sql = left.stream().flatMap(LostState::sql).toList();
        List<Pattern> names = done.stream()
                .map(Core::of)
                .filter(ExecuteSql.class::isInstance)
                .flatMap(LostState::sql)
                .map(NAMED::matcher)
                .filter(Matcher::matches)
                .map(made -> Pattern.compile("\\b" + Pattern.quote(made.group(1)) + "\\b", Pattern.CASE_INSENSITIVE))
                .toList();
        Optional<String> named = sql.stream()
                .filter(each ->
                        names.stream().anyMatch(name -> name.matcher(each).find()))
                .findFirst();
        boolean inserted = done.stream().anyMatch(LostState::mayInsert);
        return named.isPresent() || !inserted ? named : beforeTheNextInsert(left);
    }

    private static Optional<String> beforeTheNextInsert(List<Operation> left) {
        for (Operation operation : left.stream().flatMap(LostState::each).toList()) {
            List<String> sql = sql(operation).toList();
            for (String each : sql) {
                if (LAST_KEY.matcher(STRING.matcher(each).replaceAll("''")).find()) {
                    return Optional.of(each);
                }
                if (INSERTS.matcher(each).matches()) {
                    return Optional.empty();
                }
            }
            if (mayInsert(operation)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Stream<Operation> each(Operation operation) {
        return operation instanceof Atomically group ? group.operations().stream() : Stream.of(operation);
    }

    private static boolean mayInsert(Operation operation) {
        return operation instanceof InsertRows
                || operation instanceof RunCode
                || operation instanceof RunScript
                || (operation instanceof Atomically group
                        && group.operations().stream().anyMatch(LostState::mayInsert))
                || sql(operation).anyMatch(each -> INSERTS.matcher(each).matches());
    }

    /** The SQL of a person, in its order. */
    private static Stream<String> sql(Operation operation) {
        Operation core = Core.of(operation);
        if (core instanceof Atomically group) {
            return group.operations().stream().flatMap(LostState::sql);
        }
        if (core instanceof VerifyAnswer question) {
            return Stream.of(question.query());
        }
        return core instanceof ExecuteSql execute ? Stream.of(execute.sql()) : Stream.empty();
    }

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
