package dev.migrate.model;

import dev.migrate.model.Mapping.Said;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What Spring Boot tells Hibernate: its naming strategies, and {@code spring.jpa.*} of the application's own files. Files
 * of profiles are left aside: nobody knows here which profile is meant.
 */
final class SpringSettings {

    private static final String PHYSICAL = "hibernate.physical_naming_strategy";
    private static final String IMPLICIT = "hibernate.implicit_naming_strategy";

    private static final List<String> FILES = List.of(
            "application.properties",
            "application.yml",
            "application.yaml",
            "config/application.properties",
            "config/application.yml",
            "config/application.yaml");

    /** The name in Spring's files, and the provider's own. */
    private static final Map<String, String> NAMES = Map.of(
            "spring.jpa.hibernate.naming.physicalstrategy", PHYSICAL,
            "spring.jpa.hibernate.naming.implicitstrategy", IMPLICIT,
            "spring.jpa.databaseplatform", "hibernate.dialect");

    private static final String PROPERTIES = "spring.jpa.properties.";
    private static final String MAPPING_FILES = "spring.jpa.mappingresources";

    private final Map<String, Said> settings = new TreeMap<>();
    private final List<String> mappingFiles = new ArrayList<>();

    private SpringSettings() {}

    /** What the application says; nothing where there is no Spring Boot. */
    static SpringSettings of(ClassLoader project) {
        SpringSettings spring = new SpringSettings();
        Optional<Boot> boot = Boot.of(project);
        if (boot.isPresent()) {
            for (String file : FILES) {
                Optional.ofNullable(project.getResource(file)).ifPresent(url -> spring.read(url, file));
            }
            spring.settings.putIfAbsent(
                    PHYSICAL, new Said(boot.get().physical, boot.get().words()));
            spring.settings.putIfAbsent(
                    IMPLICIT, new Said(boot.get().implicit, boot.get().words()));
        }
        return spring;
    }

    Map<String, Said> settings() {
        return settings;
    }

    List<String> mappingFiles() {
        return mappingFiles;
    }

    private void read(URL url, String file) {
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false); // else the jar stays open
            try (InputStream content = connection.getInputStream();
                    Reader text = new InputStreamReader(content, StandardCharsets.UTF_8)) {
                if (file.endsWith(".properties")) {
                    Properties properties = new Properties();
                    properties.load(text);
                    properties.stringPropertyNames().forEach(name -> take(name, properties.getProperty(name), file));
                } else {
                    FlatYaml.read(text).forEach((name, value) -> take(name, value, file));
                }
            }
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_FAILED, file + " cannot be read: " + e)
                            .next("correct the file"),
                    e);
        }
    }

    private void take(String name, String value, String file) {
        if (value.isEmpty() || value.contains("${")) {
            return; // what a placeholder stands for, only the running application knows
        }
        String plain = name.replace("-", "").replaceAll("\\[\\d+]$", "").toLowerCase(Locale.ROOT);
        if (name.startsWith(PROPERTIES)) {
            settings.put(name.substring(PROPERTIES.length()).replaceAll("^\\[(.*)]$", "$1"), new Said(value, file));
        } else if (NAMES.containsKey(plain)) {
            settings.put(NAMES.get(plain), new Said(value, file));
        } else if (plain.equals(MAPPING_FILES)) {
            for (String resource : value.split(",", -1)) {
                mappingFiles.add(resource.strip());
            }
        }
    }

    /** The naming strategies of one generation of Spring Boot, by the class that only it has. */
    private enum Boot {
        FOUR(
                "Spring Boot 4",
                "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
                "org.springframework.boot.hibernate.SpringImplicitNamingStrategy"),
        THREE(
                "Spring Boot 3",
                "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
                "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy");

        private final String name;
        private final String physical;
        private final String implicit;

        Boot(String name, String physical, String implicit) {
            this.name = name;
            this.physical = physical;
            this.implicit = implicit;
        }

        static Optional<Boot> of(ClassLoader project) {
            for (Boot boot : values()) {
                if (project.getResource(boot.implicit.replace('.', '/') + ".class") != null) {
                    return Optional.of(boot);
                }
            }
            return Optional.empty();
        }

        String words() {
            return "what " + name + " does unless told otherwise";
        }
    }
}
