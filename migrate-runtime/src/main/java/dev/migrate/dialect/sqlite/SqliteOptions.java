package dev.migrate.dialect.sqlite;

import dev.migrate.schema.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a table has that a model has no other place for: the names of its options, and what is kept there only so that a
 * table that is built anew gets it back.
 */
final class SqliteOptions {

    /** A table that takes values of the declared types only. */
    static final String STRICT = "strict";

    /** A table whose rows have no number. */
    static final String WITHOUT_ROWID = "without_rowid";

    /** What a rebuild would lose, in words. */
    static final String LOST = "lost by a rebuild";

    /** A table of which {@code ANALYZE} has counted what is in it, for the planner of queries. */
    static final String ANALYZED = "analyzed";

    /** What a constraint says of a row that breaks it begins so. */
    static final String CONFLICT = "ON CONFLICT ";

    private static final String BEHIND = "behind ";
    private static final String TRIGGER = "trigger ";

    private SqliteOptions() {}

    static boolean isStrict(Table table) {
        return table.options().containsKey(STRICT);
    }

    /** What stands behind a constraint's definition: when it is checked, what happens on a conflict. */
    static String behind(String constraint) {
        return BEHIND + constraint;
    }

    /** A table whose constraint was renamed in all but its options. */
    static Table renamed(Table table, String from, String to) {
        Map<String, String> options = new TreeMap<>(table.options());
        String behind = options.remove(behind(from));
        if (behind != null) {
            options.put(behind(to), behind);
        }
        return table.withOptions(options);
    }

    /** A table without what stood behind constraints that it has no more. */
    static Table tidied(Table table) {
        Set<String> behind =
                table.constraints().stream().map(each -> behind(each.name())).collect(Collectors.toSet());
        Map<String, String> options = new TreeMap<>(table.options());
        options.keySet().removeIf(option -> option.startsWith(BEHIND) && !behind.contains(option));
        return table.withOptions(options);
    }

    /** Whether some constraint does something else with a row that breaks it than to refuse it. */
    static boolean resolvesConflicts(Table table) {
        return table.options().entrySet().stream()
                .anyMatch(option ->
                        option.getKey().startsWith(BEHIND) && option.getValue().startsWith(CONFLICT));
    }

    /** A trigger's {@code CREATE TRIGGER}. */
    static String trigger(String name) {
        return TRIGGER + name;
    }

    static Map<String, String> triggers(Table table) {
        return table.options().entrySet().stream()
                .filter(option -> option.getKey().startsWith(TRIGGER))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** What somebody said that SQLite has no word for. */
    static Optional<String> unknown(Table table) {
        return table.options().entrySet().stream()
                .filter(option -> !isKnown(option.getKey(), option.getValue()))
                .map(option -> option.getKey() + " = " + option.getValue())
                .findFirst();
    }

    private static boolean isKnown(String name, String value) {
        if (name.equals(STRICT) || name.equals(WITHOUT_ROWID)) {
            return value.equals("true");
        }
        return name.equals(LOST) || name.equals(ANALYZED) || name.startsWith(BEHIND) || name.startsWith(TRIGGER);
    }

    /** The options that a person would state. */
    static Map<String, String> stated(Table table) {
        Map<String, String> stated = new TreeMap<>(table.options());
        stated.keySet().retainAll(Set.of(STRICT, WITHOUT_ROWID));
        return stated;
    }
}
