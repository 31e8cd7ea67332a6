package dev.migrate.processor;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.migrate.index.IndexScope;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionIndexes;
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
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** A project on disk, compiled as build tools do it: {@code src}, {@code classes}, {@code generated}. */
final class Project {

    /** What a compiler said. */
    record Outcome(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

        /** The messages, each with its kind in front. */
        List<String> messages() {
            return diagnostics.stream()
                    .map(diagnostic -> diagnostic.getKind() + " " + diagnostic.getMessage(Locale.ROOT))
                    .toList();
        }
    }

    private static final List<String> STRICT =
            List.of("-Xlint:all", "-Werror", "-implicit:none", "-encoding", "UTF-8", "--release", "17");
    private static final List<String> STRICT_ECLIPSE =
            List.of("-failOnWarning", "-encoding", "UTF-8", "--release", "17");

    final Path sources;
    final Path classes;
    final Path generated;
    private final JavaCompiler compiler;
    private final List<String> strict;
    private final List<Path> classPath = new ArrayList<>();

    Project(Path directory) {
        this(directory, ToolProvider.getSystemJavaCompiler(), STRICT);
    }

    /** A project that Eclipse's compiler compiles. */
    static Project ofEclipse(Path directory) {
        return new Project(directory, new EclipseCompiler(), STRICT_ECLIPSE);
    }

    private Project(Path directory, JavaCompiler compiler, List<String> strict) {
        this.compiler = compiler;
        this.strict = strict;
        sources = directory.resolve("src");
        classes = directory.resolve("classes");
        generated = directory.resolve("generated");
        try {
            for (Path path : List.of(sources, classes, generated)) {
                Files.createDirectories(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Project dependsOn(Project other) {
        classPath.add(other.classes);
        return this;
    }

    Path write(String path, String text) {
        try {
            Path file = sources.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A good migration; {@code attributes} follow the id in its annotation. */
    Path revision(String className, String id, String... attributes) {
        return write(className.replace('.', '/') + ".java", revisionSource(className, id, attributes));
    }

    /** A {@code package-info} that names a history; {@code anchors} are those of included ones. */
    Path history(String packageName, String name, String... anchors) {
        String includes = Stream.of(anchors).map(anchor -> anchor + ".class").collect(joining(", ", "{", "}"));
        return write(packageName.replace('.', '/') + "/package-info.java", "@dev.migrate.MigrationHistory(\n"
                + "        name = \"" + name + "\""
                + (anchors.length == 0 ? "" : ",\n        includes = " + includes) + ")\n"
                + "package " + packageName + ";\n");
    }

    static String revisionSource(String className, String id, String... attributes) {
        int dot = className.lastIndexOf('.');
        String annotation = Stream.concat(Stream.of("id = \"" + id + "\""), Stream.of(attributes))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return (dot < 0 ? "" : "package " + className.substring(0, dot) + ";\n\n")
                + "import dev.migrate.*;\n\n"
                + "@Revision(" + annotation + ")\n"
                + "public final class " + className.substring(dot + 1) + " implements Migration {\n"
                + "    public " + className.substring(dot + 1) + "() {}\n"
                + "    @Override public void upgrade(Operations op) {}\n"
                + "    @Override public void downgrade(Operations op) {}\n"
                + "}\n";
    }

    void delete(Path source) {
        try {
            Files.delete(source);
            Path relative = sources.relativize(source);
            Files.delete(classes.resolve(relative.toString().replace(".java", ".class")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles all sources, strictly. */
    Outcome compile(String... options) {
        try (Stream<Path> files = Files.walk(sources)) {
            return compile(
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .toList(),
                    options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles some sources against what is there already, strictly. */
    Outcome compile(List<Path> files, String... options) {
        return compile(List.of(new RevisionProcessor()), files, options);
    }

    Outcome compile(List<Processor> processors, List<Path> files, String... options) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            List<String> arguments = new ArrayList<>(strict);
            arguments.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
            arguments.addAll(List.of("-classpath", classPath(), "-sourcepath", ""));
            arguments.addAll(List.of(options));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, manager, diagnostics, arguments, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(processors);
            boolean success = task.call();
            return new Outcome(success, diagnostics.getDiagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String classPath() {
        List<String> entries = new ArrayList<>();
        entries.add(classes.toString());
        classPath.forEach(path -> entries.add(path.toString()));
        entries.add(System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, entries);
    }

    /** Sees the classes of this project and those of the tests. */
    Loader loader() {
        try {
            return new Loader(classes.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells what it has loaded. */
    static final class Loader extends URLClassLoader {
        Loader(URL... classes) {
            super(classes, Loader.class.getClassLoader());
        }

        boolean hasLoaded(String className) {
            return findLoadedClass(className) != null;
        }
    }

    /** The unnamed history, read as a build reads it. */
    IndexedHistory load() {
        return load("");
    }

    IndexedHistory load(String history) {
        return RevisionIndexes.load(loader(), IndexScope.outputDirectories(classes), history);
    }

    /** The lines of the services file. */
    List<String> services() {
        try {
            return Files.readAllLines(classes.resolve(ModuleOutput.SERVICES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The generated sources, by name. */
    TreeSet<Path> generatedFiles() {
        try (Stream<Path> files = Files.walk(generated)) {
            return files.filter(Files::isRegularFile).collect(toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
