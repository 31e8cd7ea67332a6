package dev.migrate.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that can be set: its name, what its text means, and what holds when nobody sets it. {@link Catalogue} holds
 * all of them.
 *
 * @param <T> what the value is
 */
public final class Setting<T> {

    /** What every setting's name begins with in Maven's properties. */
    public static final String PREFIX = "migrate.";

    private final String name;
    private final String description;
    private final ValueType<T> type;
    private final Optional<String> defaultText;

    Setting(String name, ValueType<T> type, Optional<String> defaultText, String description) {
        this.name = requireNonNull(name, "name");
        this.type = requireNonNull(type, "type");
        this.defaultText = requireNonNull(defaultText, "defaultText");
        this.description = requireNonNull(description, "description");
    }

    /**
     * The name without the prefix, as it stands in files and in the plugin's configuration.
     *
     * @return such as {@code url}
     */
    public String name() {
        return name;
    }

    /**
     * The name as a Maven property.
     *
     * @return such as {@code migrate.url}
     */
    public String property() {
        return PREFIX + name;
    }

    /**
     * What it is for.
     *
     * @return one sentence
     */
    public String description() {
        return description;
    }

    /**
     * What holds when nobody sets it, as it would be written.
     *
     * @return the text, empty where there is no default
     */
    public Optional<String> defaultText() {
        return defaultText;
    }

    ValueType<T> type() {
        return type;
    }

    boolean isSecret() {
        return type.equals(ValueType.SECRET);
    }

    @Override
    public String toString() {
        return property();
    }
}
