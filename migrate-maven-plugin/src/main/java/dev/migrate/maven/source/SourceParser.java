package dev.migrate.maven.source;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/** Parses sources and does nothing more: missing types, other people's errors and generated code do not matter. */
final class SourceParser {

    private final JavaCompiler compiler;

    /**
     * A parser that uses a compiler.
     *
     * @param compilers gives the compiler of the running Java, null where there is none
     * @throws MigrateException {@code no-compiler}, when there is none
     */
    SourceParser(Supplier<@Nullable JavaCompiler> compilers) {
        JavaCompiler found = compilers.get();
        if (found == null) {
            throw new MigrateException(Problem.of(
                            ProblemCode.NO_COMPILER,
                            "Maven runs on a Java without a compiler: Java " + Runtime.version() + " in "
                                    + System.getProperty("java.home"))
                    .next("let JAVA_HOME name a JDK, not a JRE"));
        }
        this.compiler = found;
    }

    /** Each source as far as the parser understood it, in the order given. */
    List<ParsedSource> parse(List<SourceText> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, diagnostics, List.of("-proc:none", "-Xlint:none"), null, sources);
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            Map<URI, SourceText> texts = new HashMap<>();
            sources.forEach(source -> texts.put(source.toUri(), source));
            Map<URI, String> firstErrors = firstErrors(diagnostics);
            return units.stream()
                    .map(unit -> {
                        URI uri = unit.getSourceFile().toUri();
                        SourceText text = requireNonNull(texts.get(uri), "a source nobody gave");
                        return new ParsedSource(text, unit, positions, firstErrors.getOrDefault(uri, ""));
                    })
                    .toList();
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_FAILED, "the compiler cannot read the sources: " + e), e);
        }
    }

    private static Map<URI, String> firstErrors(DiagnosticCollector<JavaFileObject> diagnostics) {
        Map<URI, String> errors = new HashMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
                errors.putIfAbsent(
                        diagnostic.getSource().toUri(),
                        "line " + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT));
            }
        }
        return errors;
    }
}
