package dev.migrate.dialect;

import dev.migrate.operation.Existence;
import dev.migrate.schema.ObjectName.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a database's own SQL can say {@code IF EXISTS} and {@code IF NOT EXISTS}. Statements elsewhere stay as they are:
 * whoever sends them has looked.
 */
public final class NativeExistence {

    /** A name, as it may be quoted on any database, with its schema or without. */
    private static final String NAME =
            "(?:\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[^\\s.\"`(]+)(?:\\.(?:\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[^\\s.\"`(]+))?";

    private final Map<Kind, List<Pattern>> heads;

    private NativeExistence(Map<Kind, List<Pattern>> heads) {
        this.heads = heads;
    }

    /**
     * Nowhere.
     *
     * @return what more can be said of
     */
    public static NativeExistence nowhere() {
        return new NativeExistence(new EnumMap<>(Kind.class));
    }

    /**
     * The same, and in more statements.
     *
     * @param kind what the statements make or take away
     * @param statements how they begin, up to where the words stand: {@code #} is a name, what is in square brackets may
     *     be missing: {@code ALTER TABLE # ADD COLUMN}, {@code CREATE [UNIQUE ]INDEX}
     * @return a copy
     */
    public NativeExistence in(Kind kind, String... statements) {
        Map<Kind, List<Pattern>> more = new EnumMap<>(Kind.class);
        more.putAll(heads);
        more.put(
                kind,
                Stream.concat(
                                heads.getOrDefault(kind, List.of()).stream(),
                                Arrays.stream(statements).map(NativeExistence::pattern))
                        .toList());
        return new NativeExistence(more);
    }

    private static Pattern pattern(String statement) {
        return Pattern.compile(
                statement.replace("[", "(?:").replace("]", ")?").replace("#", NAME) + "(?= )", Pattern.DOTALL);
    }

    /**
     * A statement with the words, where the database has them.
     *
     * @param wanted what is made, taken away or changed
     * @param statement the statement
     * @return the statement with the words; as it was where there is no place for them
     */
    public SqlStatement said(Existence wanted, SqlStatement statement) {
        for (Pattern head : heads.getOrDefault(wanted.object().kind(), List.of())) {
            Matcher matcher = head.matcher(statement.sql());
            if (matcher.lookingAt() && makes(matcher.group()) == wanted.made()) {
                String words = wanted.made() ? " IF NOT EXISTS" : " IF EXISTS";
                return new SqlStatement(
                        matcher.group() + words + statement.sql().substring(matcher.end()),
                        statement.arguments(),
                        statement.kind());
            }
        }
        return statement;
    }

    private static boolean makes(String head) {
        return head.startsWith("CREATE ") || head.contains(" ADD ");
    }
}
