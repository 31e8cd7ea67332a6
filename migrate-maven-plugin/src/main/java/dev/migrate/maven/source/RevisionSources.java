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
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * Finds the revisions of a module in its Java and Kotlin sources. It parses and never compiles: broken code elsewhere in the file or
 * in the module does not keep anybody from seeing the history or from adding to it.
 */
public final class RevisionSources {

    private static final String PACKAGE = "dev.migrate";
    private static final String ANNOTATION = "Revision";
    private static final String HISTORY = "MigrationHistory";
    private static final Pattern HIDDEN =
            Pattern.compile("//[^\\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"");
    private static final Pattern USE = Pattern.compile("@(dev\\.migrate\\.)?Revision\\s*\\(");

    private final ConstantReader constants;
    private final SourceParser parser;
    private final List<SourceRevision> revisions = new ArrayList<>();
    private final List<NamedHistory> histories = new ArrayList<>();
    private final List<Problem> unreadable = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private RevisionSources(SourceRoots roots, SourceParser parser) {
        this.parser = parser;
        constants = new ConstantReader(roots, parser);
    }

    private RevisionSources(ConstantReader constants, SourceParser parser) {
        this.constants = constants;
        this.parser = parser;
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
        RevisionSources reader = new RevisionSources(roots, parser);
        List<SourceText> sources = roots.containing(ANNOTATION, HISTORY);
        parser.parse(sources.stream().filter(source -> !source.isKotlin()).toList())
                .forEach(reader::read);
        sources.stream().filter(SourceText::isKotlin).forEach(reader::readKotlin);
        return reader.found();
    }

    /** The revisions of one text, for a file that is about to be written. */
    static SourceHistory readText(Path file, String text) {
        SourceParser parser = new SourceParser(ToolProvider::getSystemJavaCompiler);
        Path root = file.toAbsolutePath().getRoot();
        RevisionSources reader = new RevisionSources(new SourceRoots(List.of(), StandardCharsets.UTF_8), parser);
        for (ParsedSource source : parser.parse(List.of(new SourceText(root, file, text)))) {
            reader.read(source);
            if (!source.firstError().isEmpty()) {
                reader.unreadable.add(Problem.of(ProblemCode.UNREADABLE_ANNOTATION, source.firstError()));
            }
        }
        return reader.found();
    }

    private SourceHistory found() {
        List<SourceRevision> named = revisions.stream()
                .map(revision -> revision.in(NamedHistory.of(revision.packageName(), histories)
                        .map(NamedHistory::name)
                        .orElse("")))
                .toList();
        return new SourceHistory(named, histories, unreadable, warnings);
    }

    private void read(ParsedSource source) {
        readPackage(source);
        int before = revisions.size() + unreadable.size();
        source.classes()
                .forEach((name, type) ->
                        annotation(source, type).ifPresent(annotation -> read(source, name, annotation)));
        int found = revisions.size() + unreadable.size() - before;
        if (!source.firstError().isEmpty() && uses(source.text()) > found) {
            unreadable.add(Problem.of(
                            ProblemCode.UNREADABLE_ANNOTATION,
                            "a file that mentions @Revision cannot be parsed: " + source.firstError())
                    .at(source.text().file().toString())
                    .next("correct the syntax error"));
        }
        source.text().theirs().ifPresent(this::compareSides);
    }

    /** How often a text uses the annotation. A comment or a string that is not closed may hide some, so it counts. */
    private static long uses(SourceText text) {
        String code = HIDDEN.matcher(text.getCharContent(true)).replaceAll(" ");
        return USE.matcher(code).results().count();
    }

    /** Where both sides declare the same, it does not matter which one wins. */
    private void compareSides(SourceText theirs) {
        RevisionSources other = new RevisionSources(constants, parser);
        if (theirs.isKotlin()) {
            other.readKotlin(theirs);
        } else {
            parser.parse(List.of(theirs)).forEach(other::read);
        }
        List<RevisionNode> ourNodes = revisions.stream()
                .filter(revision -> revision.file().equals(theirs.file()))
                .map(SourceRevision::node)
                .toList();
        List<RevisionNode> theirNodes = other.found().nodes();
        if (ourNodes.equals(theirNodes) && other.unreadable.isEmpty()) {
            warnings.add(theirs.file() + " holds merge conflicts; both sides declare the same revisions");
        } else {
            unreadable.add(Problem.of(
                            ProblemCode.UNREADABLE_ANNOTATION,
                            "a file holds merge conflicts, and its sides declare different revisions: "
                                    + described(ourNodes) + ", or " + described(theirNodes))
                    .at(theirs.file().toString())
                    .next("resolve the conflict; two revisions are two classes in two files"));
        }
    }

    private static String described(List<RevisionNode> nodes) {
        return nodes.isEmpty()
                ? "none"
                : nodes.stream().map(RevisionSources::described).collect(Collectors.joining(" and "));
    }

    private static String described(RevisionNode node) {
        return "\"" + node.id() + "\""
                + (node.downRevisions().isEmpty()
                        ? " as a base"
                        : " after \"" + String.join("\" and \"", node.downRevisions()) + "\"");
    }

    private void readPackage(ParsedSource source) {
        for (AnnotationTree annotation : source.packageAnnotations()) {
            if (source.means(annotation.getAnnotationType().toString(), PACKAGE, HISTORY)) {
                readHistory(source, annotation);
            }
        }
    }

    private void readHistory(ParsedSource source, AnnotationTree annotation) {
        Optional<String> name = Optional.empty();
        boolean includesOthers = false;
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment) {
                ExpressionTree value = assignment.getExpression();
                switch (assignment.getVariable().toString()) {
                    case "name" -> name = texts(value, source, "").map(texts -> String.join("", texts));
                    case "includes" ->
                        includesOthers = !(value instanceof NewArrayTree array)
                                || !array.getInitializers().isEmpty();
                    default -> {} // of a later version, and nothing that a list needs
                }
            }
        }
        if (name.isPresent()) {
            histories.add(new NamedHistory(
                    name.get(),
                    source.packageName(),
                    includesOthers,
                    source.text().root()));
        } else {
            unreadable.add(notReadable("@" + HISTORY, source.text().file() + ":" + source.line(annotation)));
        }
    }

    private static Optional<AnnotationTree> annotation(ParsedSource source, ClassTree type) {
        return type.getModifiers().getAnnotations().stream()
                .filter(annotation ->
                        source.means(annotation.getAnnotationType().toString(), PACKAGE, ANNOTATION))
                .map(AnnotationTree.class::cast)
                .findFirst();
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
            add(source.text(), source.packageName(), className, source.line(annotation), values);
        }
    }

    private void readKotlin(SourceText source) {
        for (KotlinAnnotations.Found annotation :
                KotlinAnnotations.in(source.getCharContent(true).toString(), PACKAGE + "." + ANNOTATION)) {
            annotation
                    .unreadable()
                    .ifPresentOrElse(
                            argument -> unreadable.add(notReadable(
                                    "@Revision(" + argument.text() + ")", source.file() + ":" + argument.line())),
                            () -> add(
                                    source,
                                    annotation.packageName(),
                                    annotation.className(),
                                    annotation.line(),
                                    annotation.values()));
        }
        source.theirs().ifPresent(this::compareSides);
    }

    private void add(
            SourceText source, String packageName, String className, long line, Map<String, List<String>> values) {
        List<String> ids = values.getOrDefault("id", List.of());
        if (ids.size() != 1) {
            unreadable.add(Problem.of(ProblemCode.UNREADABLE_ANNOTATION, "@Revision has no id")
                    .at(source.file() + ":" + line));
            return;
        }
        revisions.add(new SourceRevision(
                new RevisionNode(
                        ids.get(0),
                        values.getOrDefault("downRevision", List.of()),
                        values.getOrDefault("dependsOn", List.of()),
                        values.getOrDefault("branchLabels", List.of())),
                "",
                String.join("", values.getOrDefault("message", List.of())),
                className,
                packageName,
                source.root(),
                source.file(),
                line));
    }

    private void report(ParsedSource source, ExpressionTree argument) {
        unreadable.add(notReadable("@Revision(" + argument + ")", source.text().file() + ":" + source.line(argument)));
    }

    private static Problem notReadable(String what, String place) {
        return Problem.of(
                        ProblemCode.UNREADABLE_ANNOTATION,
                        what + " cannot be read without compiling: it is neither made of literals "
                                + "nor of constants that the sources of this module declare")
                .at(place)
                .next("write the text itself");
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
