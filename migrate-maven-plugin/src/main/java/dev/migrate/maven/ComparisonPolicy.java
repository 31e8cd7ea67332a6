package dev.migrate.maven;

import static java.util.stream.Collectors.toMap;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Setting;
import dev.migrate.config.Settings;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.Renames;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in the words of a comparison what the settings say. */
final class ComparisonPolicy {

    private static final String FILL = Setting.PREFIX + "fill.";

    private ComparisonPolicy() {}

    static DiffPolicy of(Settings settings) {
        DiffPolicy policy = DiffPolicy.USUAL
                .withDropsUnknown(settings.get(Catalogue.DROP_UNKNOWN))
                .withIncludes(includes(settings))
                .withRenames(settings.find(Catalogue.RENAMES)
                        .map(given -> Renames.parse(given.value()))
                        .orElse(Renames.NONE))
                .withRows(table -> false, fills(settings));
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

    private static Map<ObjectName, String> fills(Settings settings) {
        return settings.fills().entrySet().stream().collect(toMap(fill -> column(fill.getKey()), Map.Entry::getValue));
    }

    private static ObjectName column(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || dot == name.length() - 1) {
            throw new MigrateException(Problem.of(ProblemCode.BAD_PARAMETER, "\"" + name + "\" is no column")
                    .at(FILL + name)
                    .next("name table and column: -D" + FILL + "users.state=\"'new'\""));
        }
        return ObjectName.of(ObjectName.Kind.COLUMN, TableName.parse(name.substring(0, dot)), name.substring(dot + 1));
    }
}
