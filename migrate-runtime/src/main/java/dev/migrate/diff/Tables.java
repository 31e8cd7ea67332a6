package dev.migrate.diff;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which tables and other things are looked at, by patterns of names: {@code *} stands for any letters, {@code ?} for one;
 * {@code audit.*} is all of a schema. Case does not matter.
 *
 * @param included only these, where any are named
 * @param excluded none of these
 */
public record Tables(List<String> included, List<String> excluded) implements Predicate<ObjectName> {

    public Tables {
        included = List.copyOf(requireNonNull(included, "included"));
        excluded = List.copyOf(requireNonNull(excluded, "excluded"));
    }

    /**
     * Reads patterns as they stand in parameters.
     *
     * @param include patterns with commas between; blank for everything
     * @param exclude patterns with commas between; blank for nothing
     * @return the patterns
     */
    public static Tables parse(String include, String exclude) {
        return new Tables(patterns(include), patterns(exclude));
    }

    private static List<String> patterns(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /**
     * Whether a thing is looked at.
     *
     * @param object a table, what is within one, or what stands beside them
     * @return whether its owner's name is one of those included and none of those excluded
     */
    @Override
    public boolean test(ObjectName object) {
        TableName owner = object.owner();
        return (included.isEmpty() || included.stream().anyMatch(each -> fits(each, owner)))
                && excluded.stream().noneMatch(each -> fits(each, owner));
    }

    /** A pattern with a dot is about the schema as well. */
    private static boolean fits(String pattern, TableName name) {
        int dot = pattern.indexOf('.');
        return dot < 0
                ? matches(pattern, name.name())
                : name.schema()
                                .map(schema -> matches(pattern.substring(0, dot), schema))
                                .orElse(false)
                        && matches(pattern.substring(dot + 1), name.name());
    }

    private static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letter.equals("*") ? ".*" : letter.equals("?") ? "." : Pattern.quote(letter))
                .forEach(regex::append);
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(name)
                .matches();
    }
}
