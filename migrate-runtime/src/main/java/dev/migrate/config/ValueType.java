package dev.migrate.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the text of a setting is read.
 *
 * @param <T> what it is read as
 * @param expectation what a text must be, in words that follow "is not"
 * @param reader reads a text; throws {@code IllegalArgumentException} for any other text
 */
record ValueType<T>(String expectation, Function<String, T> reader) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)?");

    static final ValueType<String> TEXT = new ValueType<>("a text", Function.identity());

    static final ValueType<Secret> SECRET = new ValueType<>("a text", Secret::of);

    static final ValueType<Boolean> FLAG = new ValueType<>("true or false", ValueType::flag);

    static final ValueType<Duration> DURATION_OF_TIME =
            new ValueType<>("a duration such as 500ms, 30s, 5m, 1h or PT1M30S", ValueType::duration);

    static final ValueType<List<String>> LIST = new ValueType<>("a list separated by commas", ValueType::list);

    static ValueType<String> oneOf(String... words) {
        List<String> allowed = List.of(words);
        return new ValueType<>("one of " + String.join(", ", allowed), text -> {
            String word = text.toLowerCase(Locale.ROOT);
            if (!allowed.contains(word)) {
                throw new IllegalArgumentException(text);
            }
            return word;
        });
    }

    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** A number alone counts seconds, as it does in MySQL's and PostgreSQL's clients. */
    private static Duration duration(String text) {
        Matcher simple = DURATION.matcher(text);
        if (simple.matches()) {
            long amount = Long.parseLong(simple.group(1));
            String unit = simple.group(2) == null ? "s" : simple.group(2);
            return switch (unit) {
                case "ms" -> Duration.ofMillis(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofSeconds(amount);
            };
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw new IllegalArgumentException(text);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
