package dev.migrate.config;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one answer to "what is set, and who said so". Every goal and every command asks here; nothing else knows the order
 * of the sources or a default.
 *
 * <p>For a named history, {@code <history>.<name>} from any source beats {@code <name>} from any source: a setting that
 * was made for one history must not be replaced by one that was made for all.
 */
public final class Settings {

    private static final String X = "x.";

    /** What Maven leaves standing when nothing defines an expression. */
    private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{[\\w.-]+}");

    private final List<SettingSource> sources;
    private final Servers servers;
    private final Optional<String> history;

    private Settings(List<SettingSource> sources, Servers servers, Optional<String> history) {
        List<SettingSource> strongestFirst = new ArrayList<>(sources);
        strongestFirst.sort(Comparator.comparing(SettingSource::origin));
        this.sources = List.copyOf(strongestFirst);
        this.servers = requireNonNull(servers, "servers");
        this.history = requireNonNull(history, "history");
    }

    /**
     * Settings from sources alone; {@link #withFiles} adds the files.
     *
     * @param sources in any order; of the same origin the earlier is the stronger
     * @param servers where user and password are found by the id of a server
     * @return the settings
     */
    public static Settings of(List<SettingSource> sources, Servers servers) {
        return new Settings(sources, servers, Optional.empty());
    }

    /**
     * These settings and those of {@code configFile} and of {@code migrate-<environment>.properties}.
     *
     * @param directories where to look for the environment's file, nearest first; a relative {@code configFile} starts
     *     at the first
     * @param profiles the Maven profiles, one of which may be what the environment names
     * @return a copy with what was found
     * @throws MigrateException {@code bad-parameter}, when the environment names neither a file nor a profile, and
     *     {@code file-failed}, when a file cannot be read
     */
    public Settings withFiles(List<Path> directories, Profiles profiles) {
        List<SettingSource> more = new ArrayList<>(sources);
        more.addAll(
                new SettingFiles(directories, profiles).read(find(Catalogue.CONFIG_FILE), find(Catalogue.ENVIRONMENT)));
        return new Settings(more, servers, history);
    }

    /**
     * The settings as one history sees them.
     *
     * @param name the history's name
     * @return a copy
     */
    public Settings forHistory(String name) {
        return new Settings(sources, servers, Optional.of(name));
    }

    /**
     * The history whose settings these are.
     *
     * @return its name; empty for settings that are no history's
     */
    public Optional<String> history() {
        return history;
    }

    /**
     * A value that somebody gave, or the default.
     *
     * @param <T> what the value is
     * @param setting what to look for
     * @return the value and where it came from; empty when nobody gave one and there is no default
     * @throws MigrateException {@code bad-parameter}, when the text given is not of the setting's type
     */
    public <T> Optional<Resolved<T>> find(Setting<T> setting) {
        Optional<Given> given = history.flatMap(name -> first(name + "." + setting.name()))
                .or(() -> first(setting.name()))
                .or(() -> setting.defaultText().map(text -> new Given(text, Origin.DEFAULT, "default")));
        return given.map(found -> read(setting, found));
    }

    /**
     * A value that must be there.
     *
     * @param <T> what the value is
     * @param setting what to look for
     * @return the value
     * @throws MigrateException {@code bad-parameter}, when there is none, or its text is not of the setting's type
     */
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new MigrateException(Problem.of(
                                ProblemCode.BAD_PARAMETER, setting.property() + " is missing: " + setting.description())
                        .next("-D" + setting.property() + "=…")))
                .value();
    }

    /**
     * The items of a list.
     *
     * @param setting what to look for
     * @return the items, none when nobody gave any
     */
    public List<String> list(Setting<List<String>> setting) {
        return find(setting).map(Resolved::value).orElse(List.of());
    }

    /**
     * The free values {@code x.<key>} that migrations may read.
     *
     * @return the strongest value of each key, by key
     */
    public Map<String, String> x() {
        Map<String, String> values = new TreeMap<>();
        for (SettingSource source : sources) {
            source.findAll(X).forEach((key, given) -> values.putIfAbsent(key, given.value()));
        }
        return Collections.unmodifiableMap(values);
    }

    /**
     * The database to connect to.
     *
     * @return the connection group
     * @throws MigrateException {@code no-url}, when nobody names a database; {@code config-conflict}, when two sources
     *     contradict each other; {@code bad-server-settings}, when {@code serverId} names no server
     */
    public ConnectionSettings connection() {
        return new ConnectionGroup(sources, servers, history).resolve();
    }

    /**
     * What looks wrong without being an error: names that mean nothing.
     *
     * @return a sentence each, in a fixed order
     */
    public List<String> warnings() {
        return UnknownNames.in(sources);
    }

    private Optional<Given> first(String name) {
        return sources.stream().flatMap(source -> source.find(name).stream()).findFirst();
    }

    static <T> Resolved<T> read(Setting<T> setting, Given given) {
        refuseUnresolved(setting, given);
        try {
            return new Resolved<>(setting.type().reader().apply(given.value()), given.origin(), given.place());
        } catch (IllegalArgumentException e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.BAD_PARAMETER,
                                    setting.property() + ": \"" + given.value() + "\" is not "
                                            + setting.type().expectation())
                            .at(given.place())
                            .next(setting.defaultText()
                                    .map(text -> "correct the value, or leave it out for " + text)
                                    .orElse("correct the value")),
                    e);
        }
    }

    private static void refuseUnresolved(Setting<?> setting, Given given) {
        boolean interpolated = given.origin() == Origin.PROFILE
                || given.origin() == Origin.PLUGIN_CONFIGURATION
                || given.origin() == Origin.POM;
        Matcher expression = UNRESOLVED.matcher(given.value());
        // A password may hold such characters; that it consists of an expression is past belief.
        if (interpolated && (setting.isSecret() ? expression.matches() : expression.find())) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            setting.property() + " uses " + expression.group() + ", which nothing defines")
                    .at(given.place())
                    .next("set " + name(expression.group()) + ", or give -D" + setting.property() + "=…"));
        }
    }

    private static String name(String expression) {
        String name = expression.substring(2, expression.length() - 1);
        return name.startsWith("env.") ? "the environment variable " + name.substring(4) : "the property " + name;
    }
}
