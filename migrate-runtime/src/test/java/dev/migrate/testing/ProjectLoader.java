package dev.migrate.testing;

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
public final class ProjectLoader extends URLClassLoader {

    /** What every Hibernate needs, in a version that all of them can do with. */
    private static final String LIBRARIES = "(angus-activation|antlr4-runtime|byte-buddy|classmate|istack"
            + "|jakarta\\.(?!persistence)|jandex|jaxb|txw2).*\\.jar";

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
    public static ProjectLoader withHibernate(String version, Path... roots) {
        List<Path> classPath = new ArrayList<>(List.of(roots));
        classPath.addAll(jars(version));
        classPath.addAll(ofTests(LIBRARIES));
        return new ProjectLoader(classPath);
    }

    /**
     * A project with the Hibernate of the tests' class path.
     *
     * @param roots the project's own classes
     */
    public static ProjectLoader withHibernate(Path... roots) {
        List<Path> classPath = new ArrayList<>(List.of(roots));
        classPath.addAll(ofTests("(hibernate-(core|commons)|jakarta.persistence|jboss-logging).*"));
        classPath.addAll(ofTests(LIBRARIES));
        return new ProjectLoader(classPath);
    }

    private static List<Path> ofTests(String names) {
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(tests.split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().matches(names))
                .toList();
    }

    /** A project without any persistence provider. */
    public static ProjectLoader without(Path... roots) {
        return new ProjectLoader(List.of(roots));
    }

    /** Jars that the build has put aside for the tests. */
    public static List<Path> jars(String folder) {
        try (Stream<Path> jars = Files.list(Path.of("target", "hibernate", folder))) {
            return jars.sorted().map(Path::toAbsolutePath).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the plugin has it: migrate itself is what it is outside. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith("dev.migrate.")
                ? ProjectLoader.class.getClassLoader().loadClass(name)
                : super.loadClass(name, resolve);
    }

    /** Where its classes are, directories and jars. */
    public List<Path> classPath() {
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
