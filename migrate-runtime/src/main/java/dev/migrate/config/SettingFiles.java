package dev.migrate.config;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Finds and reads the files of settings. */
record SettingFiles(List<Path> directories, Profiles profiles) {

    List<SettingSource> read(Optional<Resolved<String>> configFile, Optional<Resolved<String>> environment) {
        List<SettingSource> found = new ArrayList<>();
        configFile.ifPresent(given -> found.add(configFile(given)));
        environment.flatMap(this::environmentFile).ifPresent(found::add);
        return found;
    }

    private SettingSource configFile(Resolved<String> given) {
        Path file = directories.isEmpty()
                ? Path.of(given.value())
                : directories.get(0).resolve(given.value());
        if (!Files.isRegularFile(file)) {
            throw new MigrateException(Problem.of(ProblemCode.FILE_FAILED, "there is no file " + file)
                    .at(given.place()));
        }
        return read(file, given.value());
    }

    private Optional<SettingSource> environmentFile(Resolved<String> environment) {
        String name = "migrate-" + environment.value() + ".properties";
        for (Path directory : directories) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(read(file, name));
            }
        }
        if (!profiles.active().contains(environment.value())) {
            throw new MigrateException(unknown(environment, name));
        }
        return Optional.empty();
    }

    /** Without this, a misspelt environment would quietly mean the default database. */
    private Problem unknown(Resolved<String> environment, String fileName) {
        String id = environment.value();
        if (profiles.declared().contains(id)) {
            return Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            "the environment is \"" + id + "\", but the profile " + id
                                    + " is not active and there is no file " + fileName)
                    .at(environment.place())
                    .next("activate it with -P" + id);
        }
        String known = profiles.declared().isEmpty() ? "" : "; profiles: " + String.join(", ", profiles.declared());
        return Problem.of(
                        ProblemCode.BAD_PARAMETER,
                        "the environment is \"" + id + "\", but there is neither a file " + fileName + " nor a profile "
                                + id + known)
                .at(environment.place())
                .next("correct the name, or create " + fileName + " beside the pom.xml");
    }

    private static SettingSource read(Path file, String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) { // the latter: a broken \\u escape
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_FAILED, "cannot read the settings in " + file + ": " + e.getMessage()),
                    e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return SettingSource.file(name, values);
    }
}
