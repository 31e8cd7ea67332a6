package dev.migrate.maven;

import dev.migrate.schema.ExactName;
import dev.migrate.schema.ObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The tables that are looked at. Remembers which patterns met one: a slip of the pen would look at nothing, and be content. */
final class TableFilter implements Predicate<ObjectName> {

    private final Map<String, Pattern> included;
    private final Map<String, Pattern> excluded;
    private final Map<String, Pattern> unmet;

    /**
     * A filter.
     *
     * @param included patterns of tables; empty for all
     * @param excluded patterns of those that are left out all the same
     */
    TableFilter(List<String> included, List<String> excluded) {
        this.included = compiled(included);
        this.excluded = compiled(excluded);
        this.unmet = new LinkedHashMap<>(this.included);
    }

    @Override
    public boolean test(ObjectName object) {
        String table = ExactName.plain(object.owner()).toString();
        unmet.values().removeIf(pattern -> pattern.matcher(table).matches());
        return (included.isEmpty() || matches(included, table)) && !matches(excluded, table);
    }

    /** What was to be looked at and was not there. */
    List<String> unmet() {
        return List.copyOf(unmet.keySet());
    }

    private static boolean matches(Map<String, Pattern> patterns, String table) {
        return patterns.values().stream()
                .anyMatch(pattern -> pattern.matcher(table).matches());
    }

    private static Map<String, Pattern> compiled(List<String> patterns) {
        Map<String, Pattern> compiled = new LinkedHashMap<>();
        patterns.forEach(text -> compiled.put(text.strip(), pattern(text.strip())));
        return compiled;
    }

    /** A star stands for any letters, dots included: {@code audit.*} is a whole schema. */
    private static Pattern pattern(String text) {
        return Pattern.compile(
                Pattern.quote(text).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
