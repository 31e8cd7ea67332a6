package dev.migrate.maven.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewArrayTree;
import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * Finds the revisions of a module in its sources. It parses and never compiles: broken code elsewhere in the file or
 * in the module does not keep anybody from seeing the history or from adding to it.
 */
public final class RevisionSources {

    private static final String PACKAGE = "dev.migrate";
    private static final String ANNOTATION = "Revision";
    private static final Pattern USE = Pattern.compile("@(dev\\.migrate\\.)?Revision\\s*\\(");

    private final ConstantReader constants;
    private final List<SourceRevision> revisions = new ArrayList<>();
    private final List<Problem> unreadable = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private RevisionSources(ConstantReader constants) {
        this.constants = constants;
    }

    /**
     * Reads the revisions below the source roots.
     *
     * @param directories source roots; those that do not exist are passed over
     * @param charset the encoding of the sources
     * @return what was found
     * @throws MigrateException {@code no-compiler} on a Java without a compiler, {@code file-failed} when a file cannot
     *     be read
     */
    public static SourceHistory read(List<Path> directories, Charset charset) {
        SourceParser parser = new SourceParser(ToolProvider::getSystemJavaCompiler);
        SourceRoots roots = new SourceRoots(directories, charset);
        RevisionSources reader = new RevisionSources(new ConstantReader(roots, parser));
        parser.parse(roots.containing(ANNOTATION)).forEach(reader::read);
        return new SourceHistory(reader.revisions, reader.unreadable, reader.warnings);
    }

    /** The revisions of one text, for a file that is about to be written. */
    static SourceHistory readText(Path file, String text) {
        SourceParser parser = new SourceParser(ToolProvider::getSystemJavaCompiler);
        Path root = file.toAbsolutePath().getRoot();
        RevisionSources reader =
                new RevisionSources(new ConstantReader(new SourceRoots(List.of(), StandardCharsets.UTF_8), parser));
        for (ParsedSource source : parser.parse(List.of(new SourceText(root, file, text)))) {
            reader.read(source);
            if (!source.firstError().isEmpty()) {
                reader.unreadable.add(Problem.of(ProblemCode.UNREADABLE_ANNOTATION, source.firstError()));
            }
        }
        return new SourceHistory(reader.revisions, reader.unreadable, reader.warnings);
    }

    private void read(ParsedSource source) {
        int before = revisions.size() + unreadable.size();
        source.classes()
                .forEach((name, type) ->
                        annotation(source, type).ifPresent(annotation -> read(source, name, annotation)));
        boolean nothing = revisions.size() + unreadable.size() == before;
        if (nothing
                && !source.firstError().isEmpty()
                && USE.matcher(source.text().getCharContent(true)).find()) {
            unreadable.add(Problem.of(
                            ProblemCode.UNREADABLE_ANNOTATION,
                            "a file that mentions @Revision cannot be parsed: " + source.firstError())
                    .at(source.text().file().toString())
                    .next("correct the syntax error"));
        }
        if (source.text().hadConflicts()) {
            warnings.add(source.text().file() + " holds merge conflicts; its own side was read");
        }
    }

    private static Optional<AnnotationTree> annotation(ParsedSource source, ClassTree type) {
        return type.getModifiers().getAnnotations().stream()
                .filter(annotation -> isRevision(annotation.getAnnotationType().toString(), source))
                .map(AnnotationTree.class::cast)
                .findFirst();
    }

    /** A simple name is ours unless the file imports another class of that name. */
    private static boolean isRevision(String name, ParsedSource source) {
        if (!name.equals(ANNOTATION)) {
            return name.equals(PACKAGE + "." + ANNOTATION);
        }
        return source.imports().stream()
                .filter(imported -> imported.endsWith("." + ANNOTATION))
                .allMatch(imported -> imported.equals(PACKAGE + "." + ANNOTATION));
    }

    private void read(ParsedSource source, String className, AnnotationTree annotation) {
        Map<String, List<String>> values = new TreeMap<>();
        boolean complete = true;
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable() instanceof IdentifierTree variable) {
                Optional<List<String>> read = texts(assignment.getExpression(), source, className);
                read.ifPresent(texts -> values.put(variable.getName().toString(), texts));
                if (read.isEmpty()) {
                    report(source, assignment);
                    complete = false;
                }
            } else {
                report(source, argument);
                complete = false;
            }
        }
        if (complete) {
            add(source, className, annotation, values);
        }
    }

    private void add(
            ParsedSource source, String className, AnnotationTree annotation, Map<String, List<String>> values) {
        List<String> ids = values.getOrDefault("id", List.of());
        if (ids.size() != 1) {
            unreadable.add(Problem.of(ProblemCode.UNREADABLE_ANNOTATION, "@Revision has no id")
                    .at(source.text().file() + ":" + source.line(annotation)));
            return;
        }
        revisions.add(new SourceRevision(
                new RevisionNode(
                        ids.get(0),
                        values.getOrDefault("downRevision", List.of()),
                        values.getOrDefault("dependsOn", List.of()),
                        values.getOrDefault("branchLabels", List.of())),
                String.join("", values.getOrDefault("message", List.of())),
                className,
                source.packageName(),
                source.text().root(),
                source.text().file(),
                source.line(annotation)));
    }

    private void report(ParsedSource source, ExpressionTree argument) {
        unreadable.add(Problem.of(
                        ProblemCode.UNREADABLE_ANNOTATION,
                        "@Revision(" + argument + ") cannot be read without compiling: it is neither made of literals "
                                + "nor of constants that the sources of this module declare")
                .at(source.text().file() + ":" + source.line(argument))
                .next("write the text itself"));
    }

    private Optional<List<String>> texts(ExpressionTree value, ParsedSource source, String className) {
        List<? extends ExpressionTree> items =
                value instanceof NewArrayTree array ? array.getInitializers() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (ExpressionTree item : items) {
            Optional<Object> constant = constants.evaluate(item, source, className);
            if (constant.isEmpty() || !(constant.get() instanceof String text)) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(texts);
    }
}
