package dev.migrate.scratch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A project as a plugin sees it: its own classes and its own Hibernate in a loader that knows nothing of the tests' class
 * path.
 */
final class ProjectLoader extends URLClassLoader {

    private final List<Path> classPath;

    private ProjectLoader(List<Path> classPath) {
        super(classPath.stream().map(ProjectLoader::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.classPath = classPath;
    }

    /**
     * A project with a Hibernate of its own.
     *
     * @param version the folder below {@code target/hibernate} that has it
     * @param roots the project's own classes
     */
    static ProjectLoader withHibernate(String version, Path... roots) {
        List<Path> classPath = new ArrayList<>(List.of(roots));
        try (Stream<Path> jars = Files.list(Path.of("target", "hibernate", version))) {
            jars.sorted().forEach(jar -> classPath.add(jar.toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : tests.split(File.pathSeparator, -1)) {
            String name = Path.of(entry).getFileName().toString();
            if (name.matches("(angus-activation|antlr4-runtime|byte-buddy|classmate|istack|jakarta|jandex|jaxb|txw2)"
                            + ".*\\.jar")
                    && !name.startsWith("jakarta.persistence")) {
                classPath.add(Path.of(entry));
            }
        }
        return new ProjectLoader(classPath);
    }

    /** A project without any persistence provider. */
    static ProjectLoader without(Path... roots) {
        return new ProjectLoader(List.of(roots));
    }

    List<Path> classPath() {
        return classPath;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
