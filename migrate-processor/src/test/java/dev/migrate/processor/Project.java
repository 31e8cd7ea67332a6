package dev.migrate.processor;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.migrate.Migration;
import dev.migrate.index.IndexScope;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionIndexes;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
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
import javax.tools.JavaFileObject;

/** A project on disk, compiled as build tools do it: {@code src}, {@code classes}, {@code generated}. */
final class Project {

    /** What a compiler said. */
    record Outcome(boolean success, List<Message> diagnostics) implements Serializable {

        /** The messages, each with its kind in front. */
        List<String> messages() {
            return diagnostics.stream()
                    .map(message -> message.kind() + " " + message.text())
                    .toList();
        }
    }

    /** One message of a compiler; the file is empty and the line negative where there is none. */
    record Message(Diagnostic.Kind kind, String file, long line, String text) implements Serializable {

        static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
            JavaFileObject source = diagnostic.getSource();
            return new Message(
                    diagnostic.getKind(),
                    source == null ? "" : Path.of(source.toUri()).toString(),
                    diagnostic.getLineNumber(),
                    diagnostic.getMessage(Locale.ROOT));
        }
    }

    final Path sources;
    final Path classes;
    final Path generated;
    private final TestCompiler compiler;
    private final List<Path> classPath = new ArrayList<>();

    Project(Path directory) {
        this(directory, TestCompiler.JAVAC);
    }

    Project(Path directory, TestCompiler compiler) {
        this.compiler = compiler;
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
        return write(
                packageName.replace('.', '/') + "/package-info.java",
                "@dev.migrate.MigrationHistory(\n"
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
        return compile(allSources(), options);
    }

    List<Path> allSources() {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles some sources against what is there already, strictly. */
    Outcome compile(List<Path> files, String... options) {
        return compile(List.of(new RevisionProcessor()), files, options);
    }

    Outcome compile(List<? extends Processor> processors, List<Path> files, String... options) {
        return run(processors, files, compiler.strict(), List.of(options));
    }

    /** Compiles all sources; warnings are told, and are no errors. */
    Outcome compileLeniently(List<Path> files, List<String> options) {
        return run(List.of(new RevisionProcessor()), files, compiler.lenient(), options);
    }

    private Outcome run(
            List<? extends Processor> processors, List<Path> files, List<String> manner, List<String> options) {
        List<String> arguments = new ArrayList<>(manner);
        arguments.addAll(List.of("-encoding", "UTF-8", "--release", "17"));
        arguments.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
        arguments.addAll(List.of("-classpath", classPath(), "-sourcepath", ""));
        arguments.addAll(options);
        return compiler.compile(processors, files, arguments);
    }

    private String classPath() {
        List<String> entries = new ArrayList<>();
        entries.add(classes.toString());
        classPath.forEach(path -> entries.add(path.toString()));
        entries.add(placeOf(Migration.class));
        entries.add(placeOf(Blank.class));
        return String.join(File.pathSeparator, entries);
    }

    private static String placeOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
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
        return filesIn(generated);
    }

    /** The class files. */
    List<Path> classFiles() {
        return filesIn(classes).stream()
                .filter(file -> file.toString().endsWith(".class"))
                .toList();
    }

    private static TreeSet<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).collect(toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
