package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.Fills;
import dev.migrate.diff.Renames;
import dev.migrate.schema.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in the words of a comparison what the settings say. */
final class ComparisonPolicy {

    private ComparisonPolicy() {}

    static DiffPolicy of(Settings settings) {
        DiffPolicy policy = DiffPolicy.USUAL
                .withDropsUnknown(settings.get(Catalogue.DROP_UNKNOWN))
                .withIncludes(includes(settings))
                .withRenames(settings.find(Catalogue.RENAMES)
                        .map(given -> Renames.parse(given.value()))
                        .orElse(Renames.NONE))
                .withRows(
                        table -> false,
                        settings.find(Catalogue.FILL)
                                .map(given -> Fills.parse(given.value()))
                                .orElse(Map.of()));
        if (!settings.get(Catalogue.COMPARE_TYPE)) {
            policy = policy.withTypes((column, actual, desired) -> true);
        }
        return settings.get(Catalogue.COMPARE_SERVER_DEFAULT)
                ? policy
                : policy.withDefaults((column, actual, desired) -> true);
    }

    private static Predicate<ObjectName> includes(Settings settings) {
        List<String> included = settings.list(Catalogue.INCLUDE_TABLES);
        Predicate<ObjectName> wanted = included.isEmpty() ? object -> true : named(included);
        return wanted.and(named(settings.list(Catalogue.EXCLUDE_TABLES)).negate());
    }

    private static Predicate<ObjectName> named(List<String> patterns) {
        List<Pattern> compiled =
                patterns.stream().map(ComparisonPolicy::pattern).collect(Collectors.toList());
        return object -> compiled.stream()
                .anyMatch(pattern -> pattern.matcher(object.owner().toString()).matches());
    }

    /** A star stands for any letters, dots included: {@code audit.*} is a whole schema. */
    private static Pattern pattern(String text) {
        return Pattern.compile(
                Pattern.quote(text.strip()).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
