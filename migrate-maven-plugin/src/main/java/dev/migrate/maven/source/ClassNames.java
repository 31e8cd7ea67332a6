package dev.migrate.maven.source;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Names for new classes, from a pattern such as {@code R{yyyyMMdd}_{Slug}}. In braces: {@code Slug} (the message in
 * camel case), {@code slug} (lower case with underscores), {@code id}, or letters of a date, {@code yyyy MM dd HH mm ss}.
 */
public final class ClassNames {

    private static final int LONGEST_SLUG = 40;
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern DATE = Pattern.compile("(?:y{2}|y{4}|M{2}|d{2}|H{2}|m{2}|s{2}|_)+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    /** Words that the language reserves where a class is named, beside its keywords. */
    private static final Set<String> RESTRICTED = Set.of("var", "yield", "record", "sealed", "permits", "_");

    private ClassNames() {}

    /**
     * The name of the class of a new revision.
     *
     * @param pattern the pattern
     * @param now the date for the pattern
     * @param message what the revision does; any text
     * @param id the revision's id, which stands in for a message without a letter
     * @return a legal name for a class
     * @throws MigrateException {@code bad-parameter}, when the pattern does not give one
     */
    public static String name(String pattern, LocalDateTime now, String message, String id) {
        Matcher token = TOKEN.matcher(pattern);
        StringBuilder name = new StringBuilder();
        while (token.find()) {
            token.appendReplacement(name, Matcher.quoteReplacement(value(token.group(1), pattern, now, message, id)));
        }
        token.appendTail(name);
        String result = name.toString();
        if (!SourceVersion.isIdentifier(result) || SourceVersion.isKeyword(result) || RESTRICTED.contains(result)) {
            throw bad(pattern, "gives \"" + result + "\", which cannot be the name of a class");
        }
        return result;
    }

    private static String value(String token, String pattern, LocalDateTime now, String message, String id) {
        List<String> words = words(message);
        String safeId = id.replaceAll("[^A-Za-z0-9_]", "_");
        return switch (token) {
            case "Slug" -> words.isEmpty() ? safeId : camelCase(words);
            case "slug" -> words.isEmpty() ? safeId : String.join("_", words).toLowerCase(Locale.ROOT);
            case "id" -> safeId;
            default -> {
                if (!DATE.matcher(token).matches()) {
                    throw bad(
                            pattern,
                            "holds {" + token + "}, which is none of {Slug}, {slug}, {id} and dates such as "
                                    + "{yyyyMMdd_HHmmss}");
                }
                yield DateTimeFormatter.ofPattern(token, Locale.ROOT).format(now);
            }
        };
    }

    /** The words of a message in letters that every file system can store, as many as fit. */
    private static List<String> words(String message) {
        String plain = Normalizer.normalize(message, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        List<String> words = new ArrayList<>();
        int length = 0;
        Matcher word = WORD.matcher(plain);
        while (word.find()) {
            String next = word.group();
            length += next.length() + (words.isEmpty() ? 0 : 1);
            if (length > LONGEST_SLUG) {
                break;
            }
            words.add(next);
        }
        if (words.isEmpty() && length > 0) {
            word.reset();
            word.find();
            words.add(word.group().substring(0, LONGEST_SLUG)); // one endless word
        }
        return words;
    }

    private static String camelCase(List<String> words) {
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static MigrateException bad(String pattern, String why) {
        return new MigrateException(
                Problem.of(ProblemCode.BAD_PARAMETER, "migrate.fileTemplate \"" + pattern + "\" " + why));
    }
}
