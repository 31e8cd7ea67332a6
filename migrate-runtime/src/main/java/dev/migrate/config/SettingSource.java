package dev.migrate.config;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One place where settings are written: the properties of one profile, the environment, one file. */
public final class SettingSource {

    private static final String VARIABLE_PREFIX = "MIGRATE_";

    /** Names that other tools use for the environment; ours comes first. */
    private static final List<String> ENVIRONMENT_VARIABLES = List.of("MIGRATE_ENVIRONMENT", "MIGRATE_ENV", "APP_ENV");

    private final Origin origin;
    private final UnaryOperator<String> place;
    private final UnaryOperator<String> keyOf;
    private final Map<String, String> values;

    private SettingSource(
            Origin origin, UnaryOperator<String> place, UnaryOperator<String> keyOf, Map<String, String> values) {
        this.origin = origin;
        this.place = place;
        this.keyOf = keyOf;
        this.values = new TreeMap<>(values);
    }

    /**
     * What was given on the command line, as {@code migrate.<name>}, or in a short form where there is one.
     *
     * @param properties user properties; others than ours are ignored
     * @return the strongest source
     */
    public static SettingSource userProperties(Map<String, String> properties) {
        Map<String, String> complete = new TreeMap<>();
        for (String shortForm : ShortForms.NAMES) {
            String value = properties.get(shortForm);
            if (value != null) {
                complete.put(Setting.PREFIX + shortForm, value);
            }
        }
        properties.forEach((key, value) -> {
            if (key.startsWith(Setting.PREFIX)) {
                complete.put(key, value);
            }
        });
        UnaryOperator<String> asGiven =
                key -> properties.containsKey(key) ? key : key.substring(Setting.PREFIX.length());
        return new SettingSource(
                Origin.USER_PROPERTY,
                key -> "user property " + (complete.containsKey(key) ? asGiven.apply(key) : key),
                SettingSource::prefixed,
                complete);
    }

    /**
     * The environment: {@code MIGRATE_VERSION_TABLE} for {@code versionTable}.
     *
     * @param variables all environment variables; others than ours are ignored
     * @return the source
     */
    public static SettingSource environment(Map<String, String> variables) {
        return new SettingSource(
                Origin.ENVIRONMENT, key -> "environment variable " + key, SettingSource::variable, variables);
    }

    /**
     * The properties of one active profile.
     *
     * @param id the profile's id
     * @param properties its properties, {@code migrate.<name>}; others are ignored
     * @return the source
     */
    public static SettingSource profile(String id, Map<String, String> properties) {
        return new SettingSource(
                Origin.PROFILE, key -> "property " + key + " of profile " + id, SettingSource::prefixed, properties);
    }

    /**
     * The plugin's {@code <configuration>}.
     *
     * @param values by name, without the prefix
     * @return the source
     */
    public static SettingSource pluginConfiguration(Map<String, String> values) {
        return new SettingSource(
                Origin.PLUGIN_CONFIGURATION, key -> "<" + key + "> of the plugin", UnaryOperator.identity(), values);
    }

    /**
     * The properties of one POM, without those that its profiles add.
     *
     * @param artifactId the POM's artifact
     * @param properties its properties, {@code migrate.<name>}; others are ignored
     * @return the source
     */
    public static SettingSource pom(String artifactId, Map<String, String> properties) {
        return new SettingSource(
                Origin.POM, key -> "property " + key + " of POM " + artifactId, SettingSource::prefixed, properties);
    }

    /**
     * A properties file.
     *
     * @param name the file's name as the user knows it
     * @param values by name, without the prefix
     * @return the source
     */
    static SettingSource file(String name, Map<String, String> values) {
        return new SettingSource(Origin.FILE, key -> key + " in " + name, UnaryOperator.identity(), values);
    }

    Origin origin() {
        return origin;
    }

    /**
     * The value of a name. An empty text says nothing, except for a password: pipelines set variables to nothing when a
     * secret is missing.
     */
    Optional<Given> find(String name) {
        for (String key : keys(name)) {
            String value = values.get(key);
            if (value != null && value.isBlank() && name.equals(Catalogue.TO.name())) {
                // A pipeline's variable that is not set must not become "everything".
                throw new MigrateException(Problem.of(ProblemCode.BAD_PARAMETER, "migrate.to is given, and it is empty")
                        .at(place.apply(key))
                        .next("name a revision, or leave the parameter out"));
            }
            if (value != null && (isPassword(name) || !value.isBlank())) {
                return Optional.of(new Given(isPassword(name) ? value : value.strip(), origin, place.apply(key)));
            }
        }
        return Optional.empty();
    }

    /** The values whose names begin with {@code prefix}, by the rest of the name. */
    Map<String, Given> findAll(String prefix) {
        String keyPrefix = keyOf.apply(prefix);
        Map<String, Given> found = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(keyPrefix) && key.length() > keyPrefix.length()) {
                String rest = key.substring(keyPrefix.length());
                found.put(
                        origin == Origin.ENVIRONMENT ? rest.toLowerCase(Locale.ROOT) : rest,
                        new Given(value, origin, place.apply(key)));
            }
        });
        return found;
    }

    /** The names that are written here, where every name is meant for migrate; elsewhere none. */
    Collection<String> claimedNames() {
        if (origin != Origin.USER_PROPERTY && origin != Origin.FILE) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String key : values.keySet()) {
            names.add(origin == Origin.FILE ? key : key.substring(Setting.PREFIX.length()));
        }
        return names;
    }

    /** How the name is written here, with the place: for messages. */
    String placeOf(String name) {
        return place.apply(keyOf.apply(name));
    }

    private List<String> keys(String name) {
        boolean environmentName = name.equals(Catalogue.ENVIRONMENT.name());
        return origin == Origin.ENVIRONMENT && environmentName ? ENVIRONMENT_VARIABLES : List.of(keyOf.apply(name));
    }

    private static boolean isPassword(String name) {
        return name.equals(Catalogue.PASSWORD.name()) || name.endsWith("." + Catalogue.PASSWORD.name());
    }

    private static String prefixed(String name) {
        return Setting.PREFIX + requireNonNull(name, "name");
    }

    private static String variable(String name) {
        String snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[.-]", "_");
        return VARIABLE_PREFIX + snake.toUpperCase(Locale.ROOT);
    }
}
