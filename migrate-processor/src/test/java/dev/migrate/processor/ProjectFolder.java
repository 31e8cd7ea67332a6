package dev.migrate.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A project among the test resources: sources, and beside them what a compilation of them needs.
 *
 * <p>{@code compiled} holds sources that were compiled before, as the rest of the module in an incremental compilation.
 * {@code project.properties} may give {@code options} to the compiler, and {@code nowhere}: the message without a place;
 * either may end in {@code .javac} or {@code .eclipse}.
 */
record ProjectFolder(Path path) {

    private static final Path RESOURCES = Path.of("src/test/resources/dev/migrate/processor");
    private static final String COMPILED = "compiled";

    static List<ProjectFolder> in(String name) {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve(name))) {
            return folders.sorted().map(ProjectFolder::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the sources into a project, compiles those of before, and answers those of now. */
    List<Path> setUp(Project project) {
        List<Path> before = copy(project, path.resolve(COMPILED));
        if (!before.isEmpty()) {
            Project.Outcome outcome = project.compile(before);
            if (!outcome.success()) {
                throw new IllegalStateException(this + ": " + outcome.messages());
            }
        }
        return copy(project, path);
    }

    private List<Path> copy(Project project, Path from) {
        List<Path> sources = new ArrayList<>();
        for (Path file : javaFiles(from)) {
            try {
                sources.add(project.write(from.relativize(file).toString(), Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private List<Path> javaFiles(Path from) {
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !from.equals(path) || !file.startsWith(path.resolve(COMPILED)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> options(String compiler) {
        String options = property("options", compiler);
        return options.isEmpty() ? List.of() : List.of(options.split(" "));
    }

    /** The message that lies on no line; empty where each lies on one. */
    String nowhere(String compiler) {
        return property("nowhere", compiler);
    }

    private String property(String name, String compiler) {
        Properties properties = new Properties();
        Path file = path.resolve("project.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties.getProperty(name + "." + compiler, properties.getProperty(name, ""));
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
