package dev.migrate.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What makes up a model.
 *
 * @param name what it is called in messages: {@code persistence unit shop}, {@code entities of com.acme.shop}
 * @param classes entities, embeddables, mapped superclasses and converters, by their binary names, sorted
 * @param packages packages with annotations of their own, sorted
 * @param mappingFiles resources such as {@code META-INF/orm.xml}
 * @param settings what the provider is told, by name: nothing of what connects, so nothing secret
 * @param code values that the project's own code gives, by name; stronger than {@code settings}
 */
public record Mapping(
        String name,
        List<String> classes,
        List<String> packages,
        List<String> mappingFiles,
        Map<String, Said> settings,
        Map<String, Object> code) {

    public Mapping {
        requireNonNull(name, "name");
        classes = List.copyOf(classes);
        packages = List.copyOf(packages);
        mappingFiles = List.copyOf(mappingFiles);
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        code = Collections.unmodifiableMap(new TreeMap<>(code));
    }

    /**
     * A value, and who said it.
     *
     * @param value the value
     * @param origin a file or setting, for people
     */
    public record Said(String value, String origin) {
        public Said {
            requireNonNull(value, "value");
            requireNonNull(origin, "origin");
        }
    }

    /**
     * Looks for a setting.
     *
     * @param setting its name
     * @return what was said; empty where nobody did
     */
    public Optional<String> said(String setting) {
        return Optional.ofNullable(settings.get(setting)).map(Said::value);
    }
}
