package dev.migrate.dialect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with quotes about every name, as a framework writes it that quotes all of them. In the SQL of the tests a word in
 * lower case is a name, but for the types and the functions; so is the one that they write in capitals to say it otherwise.
 */
final class InQuotes {

    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|(?<name>\\bWIDTH\\b|\\b[a-z][a-z_0-9]*+)(?!\\()|\\w+|\\W");

    private static final Set<String> TYPES = Set.of(
            "array",
            "bigint",
            "binary",
            "boolean",
            "character",
            "date",
            "double",
            "int8",
            "integer",
            "json",
            "large",
            "object",
            "precision",
            "real",
            "smallint",
            "time",
            "timestamp",
            "uuid",
            "varying",
            "with",
            "zone");

    private InQuotes() {}

    static String sql(String sql) {
        Matcher token = TOKEN.matcher(sql);
        return token.replaceAll(found -> {
            String name = token.group("name");
            return Matcher.quoteReplacement(
                    name == null || TYPES.contains(name) ? found.group() : '"' + name.toLowerCase(Locale.ROOT) + '"');
        });
    }
}
