package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Database;
import dev.migrate.Migration;
import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionNode;
import dev.migrate.operation.Operation;
import dev.migrate.processor.RevisionProcessor;
import dev.migrate.record.OperationRecorder;
import dev.migrate.record.RecordingContext;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.SchemaModel;
import dev.migrate.script.ScriptSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Migrations written from operations: their sources, and what is recorded from their classes, all compiled at once. */
final class WrittenMigrations {

    static final NameLimit LIMIT = NameLimit.bytes(63);

    static final RecordingContext CONTEXT = new RecordingContext(
            Database.POSTGRESQL,
            LIMIT,
            UnaryOperator.identity(),
            ScriptSyntax.POSTGRESQL,
            Map.of(),
            SchemaModel::empty);

    private static final String PACKAGE = "com.acme.migrations";

    private final Map<String, String> sources = new LinkedHashMap<>();

    /** Writes the next migration, which follows the one before. */
    WrittenMigrations with(String className, OperationSource operations) {
        List<String> parents = sources.isEmpty() ? List.of() : List.of("r" + (sources.size() - 1));
        RevisionNode node = new RevisionNode("r" + sources.size(), parents, List.of(), List.of());
        RevisionDraft draft = new RevisionDraft(node, "change " + className, PACKAGE, className);
        sources.put(className, RevisionTemplate.standard().render(draft, operations, StandardCharsets.UTF_8));
        return this;
    }

    static OperationSource source(List<? extends Operation> up, List<? extends Operation> down) {
        return OperationSource.of(
                OperationSource.Way.of(List.copyOf(up)), OperationSource.Way.of(List.copyOf(down)), LIMIT, true);
    }

    String source(String className) {
        return sources.get(className);
    }

    /** Compiles all with every warning an error. */
    Compiled compile(Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    found,
                    List.of("-Xlint:all", "-Werror", "--release", "17", "-d", classes.toString()),
                    null,
                    sources.entrySet().stream()
                            .map(source -> file(source.getKey(), source.getValue()))
                            .toList());
            task.setProcessors(List.of(new RevisionProcessor()));
            boolean done = task.call();
            assertThat(found.getDiagnostics()).map(WrittenMigrations::words).isEmpty();
            assertThat(done).isTrue();
            return new Compiled(new URLClassLoader(new URL[] {classes.toUri().toURL()}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.toString();
    }

    private static JavaFileObject file(String className, String text) {
        URI uri = URI.create("string:///" + PACKAGE.replace('.', '/') + "/" + className + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** The classes, until closed. */
    record Compiled(URLClassLoader loader) implements AutoCloseable {

        List<Operation> recorded(String className, Direction direction) {
            return OperationRecorder.record(instance(className), direction, CONTEXT);
        }

        private Migration instance(String className) {
            try {
                return (Migration) loader.loadClass(PACKAGE + "." + className)
                        .getConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try {
                loader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is recorded from the words for an operation. */
    static List<Operation> sayable(List<? extends Operation> operations) {
        List<Operation> sayable = new ArrayList<>();
        operations.forEach(operation -> sayable.addAll(new WritableForm(true).of(operation)));
        return sayable;
    }
}
