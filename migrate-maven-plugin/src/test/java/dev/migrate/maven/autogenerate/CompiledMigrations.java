package dev.migrate.maven.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.processor.RevisionProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** All migrations of a test, compiled at once with every warning an error. */
final class CompiledMigrations extends URLClassLoader {

    private CompiledMigrations(Path classes) throws IOException {
        super(new URL[] {classes.toUri().toURL()});
    }

    /**
     * @param sources the texts by the qualified names of their classes
     * @param classes where the classes go
     */
    static CompiledMigrations of(Map<String, String> sources, Path classes) {
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
            assertThat(found.getDiagnostics()).map(Object::toString).isEmpty();
            assertThat(done).isTrue();
            return new CompiledMigrations(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject file(String className, String text) {
        URI uri = URI.create("string:///" + className.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
