package dev.migrate.operation;

import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tables a statement changes that a person wrote, where its first words leave no doubt. A statement of another form
 * may change anything: functions run code, renames and {@code CASCADE} reach what the statement does not name.
 */
final class TouchedTables {

    private static final int FLAGS =
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE;

    private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[\\w$]+)";

    private static final String NAME = "(" + PART + "(?:\\s*\\.\\s*" + PART + ")?)(?![\\w$.])";

    /** What stands before the statement: white space and comments, but none that MySQL runs as code. */
    private static final String AHEAD = "^(?:\\s+|--[^\\n]*(?:\\n|$)|/\\*(?![!M+]).*?\\*/)*+";

    private static final List<Pattern> ONE_TABLE = List.of(
            statement("CREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?" + NAME),
            statement("ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?" + NAME),
            statement("DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?" + NAME + "\\s*(?:RESTRICT\\s*)?$"),
            statement("CREATE\\s+(?:UNIQUE\\s+|FULLTEXT\\s+|SPATIAL\\s+)?INDEX\\s+(?:CONCURRENTLY\\s+)?"
                    + "(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:" + NAME.replace("(" + PART, "(?:" + PART)
                    + "\\s+)?ON\\s+(?:ONLY\\s+)?" + NAME),
            statement("DROP\\s+INDEX\\s+(?:IF\\s+EXISTS\\s+)?" + PART + "\\s+ON\\s+" + NAME),
            // A rebuild of the table (SQLite) has to know of its triggers.
            statement(
                    "CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:DEFINER\\s*=\\s*\\S+\\s+)?(?:CONSTRAINT\\s+)?TRIGGER\\b.*?\\bON\\s+"
                            + NAME),
            statement("COMMENT\\s+ON\\s+TABLE\\s+" + NAME));

    /** What changes no definition of a table: rows, statistics, rights, variables, and code that runs when rows change. */
    private static final Pattern NO_TABLE = statement("(?:TRUNCATE|ANALYZE|VACUUM|OPTIMIZE|GRANT|REVOKE)\\b"
            + "|CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:DEFINER\\s*=\\s*\\S+\\s+)?(?:FUNCTION|PROCEDURE|EVENT)\\b"
            + "|DROP\\s+(?:FUNCTION|PROCEDURE|EVENT)\\b"
            + "|SET\\s+@[\\w$]+\\s*:?=\\s*(?:'(?:[^'\\\\]|\\\\.|'')*+'|-?[\\w.]++)\\s*$");

    /** What reaches further than the table that is named. */
    private static final Pattern FURTHER =
            Pattern.compile("\\b(?:RENAME|CHANGE|CASCADE|ATTACH|DETACH|EXCHANGE|INHERIT|SET\\s+SCHEMA)\\b", FLAGS);

    private TouchedTables() {}

    private static Pattern statement(String beginning) {
        return Pattern.compile(AHEAD + "(?:" + beginning + ")", FLAGS);
    }

    /**
     * The tables that a statement may create, change or drop.
     *
     * @param sql one statement
     * @return their names, as they are written and as a server that folds names has them; empty, not an empty set, where
     *     nobody can tell
     */
    static Optional<Set<TableName>> of(String sql) {
        if (NO_TABLE.matcher(sql).lookingAt()) {
            return Optional.of(Set.of());
        }
        if (withoutActions(sql)) {
            for (Pattern form : ONE_TABLE) {
                Matcher statement = form.matcher(sql);
                if (statement.find()) {
                    return Optional.of(names(statement.group(statement.groupCount())));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code ON DELETE CASCADE} is a word about rows. */
    private static boolean withoutActions(String sql) {
        String definitions = sql.replaceAll("(?i)\\bON\\s+(?:DELETE|UPDATE)\\s+CASCADE\\b", "");
        return !FURTHER.matcher(definitions).find();
    }

    private static Set<TableName> names(String written) {
        List<String> parts = new ArrayList<>();
        Matcher part = Pattern.compile(PART, FLAGS).matcher(written);
        while (part.find()) {
            parts.add(unquoted(part.group()));
        }
        Optional<String> schema = parts.size() == 2 ? Optional.of(parts.get(0)) : Optional.empty();
        String name = parts.get(parts.size() - 1);
        Set<TableName> names = new TreeSet<>();
        names.add(new TableName(schema, name));
        names.add(new TableName(Optional.empty(), name)); // the schema may be the session's own, and go without saying
        names.add(new TableName(schema.map(s -> s.toLowerCase(Locale.ROOT)), name.toLowerCase(Locale.ROOT)));
        names.add(new TableName(Optional.empty(), name.toLowerCase(Locale.ROOT)));
        return names;
    }

    private static String unquoted(String part) {
        char quote = part.charAt(0);
        if (quote != '"' && quote != '`') {
            return part;
        }
        String doubled = String.valueOf(quote).repeat(2);
        return part.substring(1, part.length() - 1).replace(doubled, String.valueOf(quote));
    }
}
