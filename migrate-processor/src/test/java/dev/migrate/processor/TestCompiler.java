package dev.migrate.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** One of the compilers that the processor is promised to work with. */
interface TestCompiler {

    /** The one of this JDK. */
    TestCompiler JAVAC = new InProcess(
            ToolProvider.getSystemJavaCompiler(),
            List.of("-Xlint:all", "-Werror", "-implicit:none"),
            List.of("-Xlint:all", "-implicit:none"));

    TestCompiler ECLIPSE = new InProcess(new EclipseCompiler(), List.of("-failOnWarning"), List.of());

    /** The options that make an error of every warning. */
    List<String> strict();

    /** The options that show every warning. */
    List<String> lenient();

    Project.Outcome compile(List<? extends Processor> processors, List<Path> files, List<String> arguments);

    /** Runs in this JVM. */
    record InProcess(JavaCompiler compiler, List<String> strict, List<String> lenient) implements TestCompiler {

        @Override
        public Project.Outcome compile(List<? extends Processor> processors, List<Path> files, List<String> arguments) {
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
                JavaCompiler.CompilationTask task = compiler.getTask(
                        Writer.nullWriter(),
                        manager,
                        diagnostics,
                        arguments,
                        null,
                        manager.getJavaFileObjectsFromPaths(files));
                task.setProcessors(processors);
                boolean success = task.call();
                return new Project.Outcome(
                        success,
                        diagnostics.getDiagnostics().stream()
                                .map(Project.Message::of)
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
