package dev.migrate.bench;

import dev.migrate.Migration;
import dev.migrate.processor.RevisionProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles many migrations, with the processor and without it: in this JVM, and by a javac of its own. */
final class ProcessorOverhead implements AutoCloseable {

    private static final Turns TURNS = new Turns(3, 10);
    private static final Turns TURNS_OF_A_FORK = new Turns(1, 5);
    private static final Turns TURNS_OF_A_LONG_ONE = new Turns(0, 3);

    private final MigrationFiles sources;
    private final List<Path> files;

    private ProcessorOverhead(MigrationFiles sources, int migrations) throws IOException {
        this.sources = sources;
        Sources.write(sources, migrations);
        files = IntStream.range(0, migrations)
                .mapToObj(
                        number -> sources.directory().resolve("app/migrations/" + Sources.className(number) + ".java"))
                .toList();
    }

    static ProcessorOverhead prepare(int migrations) throws IOException {
        return new ProcessorOverhead(MigrationFiles.create("sources"), migrations);
    }

    /**
     * How long a compilation takes.
     *
     * @param with the processor
     * @param without it
     * @param least with a processor that does nothing but write one empty class, for which javac enters every source
     *     once more
     */
    record Compared(Median with, Median without, Median least) {}

    /** As Maven compiles unless it is told otherwise. */
    Compared inThisJvm() throws Exception {
        return compared(TURNS, this::compile);
    }

    Compared forked() throws Exception {
        return compared(TURNS_OF_A_FORK, this::fork);
    }

    /** Where one compilation takes so long that the start of a JVM does not matter. */
    Compared forkedFewTimes() throws Exception {
        return compared(TURNS_OF_A_LONG_ONE, this::fork);
    }

    /** A way to call javac. */
    private interface Javac {
        void compile(List<String> options) throws Exception;
    }

    private static Compared compared(Turns turns, Javac javac) throws Exception {
        List<Median> medians = turns.take(
                () -> compilation(javac, List.of("-processorpath", processorPath())),
                () -> compilation(javac, List.of("-proc:none")),
                () -> compilation(
                        javac,
                        List.of(
                                "-processorpath",
                                jar(OneEmptyClass.class),
                                "-processor",
                                OneEmptyClass.class.getName())));
        return new Compared(medians.get(0), medians.get(1), medians.get(2));
    }

    private static long compilation(Javac javac, List<String> processing) throws Exception {
        try (MigrationFiles classes = MigrationFiles.create("classes")) {
            List<String> options = new ArrayList<>(List.of(
                    "-d", classes.directory().toString(), "-classpath", jar(Migration.class), "-encoding", "UTF-8"));
            options.addAll(processing);
            long nanos = Turns.nanos(() -> javac.compile(options));
            boolean indexed = Files.exists(classes.directory().resolve("META-INF/services"));
            if (indexed != processing.contains(processorPath())) {
                throw new IllegalStateException(processing + " left an index: " + indexed);
            }
            return nanos;
        }
    }

    private void compile(List<String> options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    private void fork(List<String> options) throws IOException, InterruptedException {
        Path arguments = sources.directory().resolve("arguments");
        Files.write(
                arguments,
                Stream.concat(options.stream(), files.stream().map(Path::toString))
                        .toList());
        Path javac = Path.of(System.getProperty("java.home"), "bin", "javac");
        int status = new ProcessBuilder(javac.toString(), "@" + arguments)
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("javac ends with " + status);
        }
    }

    private static String processorPath() throws URISyntaxException {
        return String.join(
                File.pathSeparator,
                jar(RevisionProcessor.class),
                jar(Migration.class),
                jar(com.palantir.javapoet.JavaFile.class));
    }

    private static String jar(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    @Override
    public void close() throws IOException {
        sources.close();
    }
}
