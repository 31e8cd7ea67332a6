package dev.migrate.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which model is meant.
 *
 * @param classPath the project's class path: directories and jars
 * @param output those directories of it into which the project itself is compiled
 * @param packages packages in which entities are looked for, with those below; where none is named and there is no
 *     persistence unit, all of the output
 * @param persistenceUnit which unit of {@code persistence.xml}, where there are several
 * @param settings what the provider is told besides, by its own names; stronger than files
 */
public record ModelRequest(
        List<Path> classPath,
        List<Path> output,
        List<String> packages,
        Optional<String> persistenceUnit,
        Map<String, String> settings) {

    public ModelRequest {
        classPath = List.copyOf(classPath);
        output = List.copyOf(output);
        packages = List.copyOf(packages);
        requireNonNull(persistenceUnit, "persistenceUnit");
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
