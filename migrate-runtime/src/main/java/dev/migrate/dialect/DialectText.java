package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.NearestName;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database as a person names it, {@code mysql:8.4}.
 *
 * @param name the name
 * @param version its version; empty for the one that its provider takes then
 * @param options settings of the database, by their name in upper case
 */
record DialectText(String name, Optional<ServerVersion> version, Map<String, String> options) {

    private static final Pattern SHAPE =
            Pattern.compile("(?<name>[^:;]+)(?::(?<version>\\d+(?:\\.\\d+)*))?(?<options>(?:;[^;=]+=[^;]*)*);?");

    DialectText {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        options = Map.copyOf(options);
    }

    static DialectText parse(String text) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            throw new MigrateException(
                    Problem.of(ProblemCode.BAD_PARAMETER, "\"" + text + "\" names no database and its version")
                            .next("write mysql:8.4, mariadb:11.4, postgresql:17, sqlite, h2, …"));
        }
        return new DialectText(
                shape.group("name").strip().toLowerCase(Locale.ROOT),
                Optional.ofNullable(shape.group("version")).map(ServerVersion::parse),
                options(shape.group("options")));
    }

    /** What stands behind semicolons, as in a URL of H2. */
    private static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : text.split(";", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.put(option.substring(0, equals).toUpperCase(Locale.ROOT), option.substring(equals + 1));
            }
        }
        return options;
    }

    static DialectText ofUrl(String url, Iterable<DialectProvider> providers) {
        for (DialectProvider provider : providers) {
            Optional<String> name = provider.nameIn(url);
            if (name.isPresent()) {
                return new DialectText(name.get(), Optional.empty(), options(url.substring(url.indexOf(':'))));
            }
        }
        throw new MigrateException(
                Problem.of(ProblemCode.UNKNOWN_DATABASE, "the url does not tell which database the script is for")
                        .next("name it: -Dmigrate.dialect=mysql:8.4, mariadb:11.4, postgresql:17, sqlite or h2"));
    }

    Dialect dialect(Iterable<DialectProvider> providers) {
        TreeSet<String> names = new TreeSet<>();
        for (DialectProvider provider : providers) {
            Map<String, ServerVersion> known = provider.offlineNames();
            if (known.containsKey(name)) {
                return provider.offline(name, version.orElseGet(() -> known.get(name)), options);
            }
            names.addAll(known.keySet());
        }
        throw new MigrateException(Problem.of(
                        ProblemCode.UNKNOWN_DATABASE,
                        "no dialect of migrate is called \"" + name + "\"."
                                + NearestName.didYouMean(new NearestName(() -> List.copyOf(names)).to(name)))
                .next("write one of " + String.join(", ", names) + " and its version, for example mysql:8.4"));
    }
}
