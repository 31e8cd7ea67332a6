package dev.migrate.diff;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ObjectName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The values that present rows get, as a person says them: nobody else can know. */
public final class Fills {

    private static final String UNMATCHED = " has parentheses that do not match";
    private static final String AS_SQL = "write the value as SQL has it";

    private Fills() {}

    /**
     * Reads values as they stand in {@code migrate.fill}.
     *
     * @param text {@code users.email=lower(name); orders.total=0}: a column and SQL for its value; a table in another
     *     schema is written {@code shop.users/email}
     * @return the SQL by column, in order
     * @throws MigrateException {@code bad-parameter}, when the text says something else
     */
    public static Map<ObjectName, String> parse(String text) {
        Map<ObjectName, String> fills = new LinkedHashMap<>();
        for (String each : parts(text)) {
            if (each.isBlank()) {
                continue;
            }
            int equals = each.indexOf('=');
            Supplier<MigrateException> unreadable = () -> unreadable(each);
            if (equals < 0 || each.substring(equals + 1).isBlank()) {
                throw unreadable.get();
            }
            if (each.substring(equals + 1).strip().equals("…")) {
                throw new MigrateException(Problem.of(
                                ProblemCode.BAD_PARAMETER,
                                "\"" + each.strip() + "\" still has the dots of the proposal")
                        .at("migrate.fill")
                        .next("write the value in SQL in their place"));
            }
            ObjectName column =
                    Renames.columnName(each.substring(0, equals).strip()).orElseThrow(unreadable);
            fills.put(column, each.substring(equals + 1).strip());
        }
        return Collections.unmodifiableMap(fills);
    }

    /**
     * A column as it stands in {@code migrate.fill}.
     *
     * @param column a column
     * @return its name, which {@link #parse} reads
     */
    public static String name(ObjectName column) {
        return Renames.column(column.owner(), column.part().orElseThrow());
    }

    /** What stands between semicolons; one within the quotes of a value belongs to it. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        boolean inValue = false;
        int open = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == ';') {
                parts.add(text.substring(begin, i));
                require(open == 0, parts.get(parts.size() - 1), UNMATCHED, AS_SQL);
                begin = i + 1;
                inValue = false;
            } else if (!inValue) {
                inValue = c == '=';
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (text.startsWith("--", i) || text.startsWith("/*", i)) {
                require(false, text.substring(begin), " has a comment in it", "leave the comment out");
            } else if (c == '(') {
                open++;
            } else if (c == ')') {
                require(--open >= 0, text.substring(begin), UNMATCHED, AS_SQL);
            }
        }
        String last = text.substring(begin);
        require(
                quote == 0,
                last,
                " opens a quote and does not close it",
                AS_SQL + ": 'a text', and '' for an apostrophe within one");
        require(open == 0, last, UNMATCHED, AS_SQL);
        parts.add(last);
        return parts;
    }

    /** What does not end where it should would take what comes behind it in the statement along. */
    private static void require(boolean fulfilled, String part, String otherwise, String next) {
        if (!fulfilled) {
            throw new MigrateException(Problem.of(ProblemCode.BAD_PARAMETER, "\"" + part.strip() + "\"" + otherwise)
                    .at("migrate.fill")
                    .next(next));
        }
    }

    private static MigrateException unreadable(String text) {
        return new MigrateException(
                Problem.of(ProblemCode.BAD_PARAMETER, "\"" + text.strip() + "\" does not say which column gets what")
                        .at("migrate.fill")
                        .next("write table.column=SQL, with semicolons between"));
    }
}
