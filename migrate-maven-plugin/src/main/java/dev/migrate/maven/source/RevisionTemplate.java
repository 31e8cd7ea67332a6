package dev.migrate.maven.source;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a new migration class, with placeholders {@code ${name}}:
 *
 * <table>
 * <caption>Placeholders</caption>
 * <tr><th>placeholder</th><th>becomes</th></tr>
 * <tr><td>{@code ${package}}</td><td>the package</td></tr>
 * <tr><td>{@code ${class}}</td><td>the simple name of the class</td></tr>
 * <tr><td>{@code ${annotation}}</td><td>the whole {@code @Revision(…)}</td></tr>
 * <tr><td>{@code ${id}} {@code ${message}}</td><td>a string literal, quotes included</td></tr>
 * <tr><td>{@code ${downRevision}} {@code ${dependsOn}} {@code ${branchLabels}}</td>
 * <td>a string literal, or an array of them</td></tr>
 * <tr><td>{@code ${comment}}</td><td>the message, safe inside a comment</td></tr>
 * <tr><td>{@code ${imports}}</td><td>what the operations need beside {@code import dev.migrate.*;}</td></tr>
 * <tr><td>{@code ${upgrade}} {@code ${downgrade}}</td><td>the operations, as statements on {@code op}</td></tr>
 * <tr><td>{@code ${parts}}</td><td>classes within the class, where there are too many operations for one method</td></tr>
 * </table>
 *
 * <p>The last four stand alone on a line, which is left out where there is nothing to write.
 */
public final class RevisionTemplate {

    private static final int COLUMNS = 120;
    private static final int MESSAGE_INDENT = 20; // "        message = " or sixteen blanks and "+ ", and what follows
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?m)^([ \\t]*)\\$\\{(imports|upgrade|downgrade|parts)}[ \\t]*(?:\\n|\\z)|\\$\\{(\\w+)}");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\s*\\$\\{(upgrade|downgrade)}\\s*}");
    private static final String TAB = "    ";

    private final String name;
    private final String text;

    private RevisionTemplate(String name, String text) {
        this.name = name;
        this.text = text.replace("\r\n", "\n");
    }

    /**
     * The template that is used unless another is given.
     *
     * @return the template
     */
    public static RevisionTemplate standard() {
        return resource("revision.java.template");
    }

    /**
     * The template of merges, which change nothing themselves.
     *
     * @return the template
     */
    public static RevisionTemplate merge() {
        return resource("merge.java.template");
    }

    private static RevisionTemplate resource(String resource) {
        try (InputStream in = RevisionTemplate.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new RevisionTemplate("the standard template", new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a resource of this jar
        }
    }

    /**
     * A template of the user's own.
     *
     * @param file the template
     * @param charset its encoding
     * @return the template
     * @throws MigrateException {@code bad-template}, when it cannot be read
     */
    public static RevisionTemplate of(Path file, Charset charset) {
        try {
            return new RevisionTemplate(file.toString(), Files.readString(file, charset));
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.BAD_TEMPLATE,
                                    Files.isDirectory(file)
                                            ? "the template is a directory"
                                            : "the template cannot be read: " + e)
                            .at(file.toString())
                            .next("name a file with migrate.template, or leave it out and remove what is there for the"
                                    + " standard template"),
                    e);
        }
    }

    /**
     * The template as it is, to start an own one from.
     *
     * @return its text
     */
    public String text() {
        return text;
    }

    /**
     * The source of a revision.
     *
     * @param revision what to write
     * @param operations what it does
     * @param charset the encoding it will be written in
     * @return the text of the class
     * @throws MigrateException {@code bad-template}, when the template holds a placeholder that there is not, lacks one for
     *     what the revision does, or when what comes out does not declare the revision; {@code unsupported}, when an
     *     operation has no words
     */
    public String render(RevisionDraft revision, OperationSource operations, Charset charset) {
        JavaText java = new JavaText(charset.newEncoder());
        String source = fill(values(revision, java), operations.written(revision.className()), java);
        Path file = Path.of(revision.className() + ".java");
        SourceHistory written = RevisionSources.readText(file, source);
        List<SourceRevision> expected = List.of(new SourceRevision(
                revision.node(),
                "",
                revision.message(),
                ParsedSource.qualified(revision.packageName(), revision.className()),
                revision.packageName(),
                file.toAbsolutePath().getRoot(),
                file,
                written.revisions().isEmpty() ? 0 : written.revisions().get(0).line()));
        if (!written.unreadable().isEmpty() || !written.revisions().equals(expected)) {
            String reason = written.unreadable().stream()
                    .findFirst()
                    .map(Problem::what)
                    .orElseGet(() -> "it declares "
                            + written.revisions().stream()
                                    .map(found -> found.className() + " " + found.node())
                                    .toList());
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_TEMPLATE,
                            "the template does not give a class "
                                    + expected.get(0).className() + " with the revision "
                                    + revision.node().id() + ": " + reason)
                    .at(name)
                    .next("use package ${package}; … ${annotation} … class ${class}"));
        }
        return source;
    }

    /** In one go, since what is filled in may look like a placeholder. */
    private String fill(Map<String, String> values, Map<String, OperationSource.Block> blocks, JavaText java) {
        Set<String> unplaced = new TreeSet<>();
        blocks.forEach((place, block) -> {
            if (!block.isEmpty()) {
                unplaced.add(place);
            }
        });
        String frame = EMPTY_BODY
                .matcher(text)
                .replaceAll(body -> unplaced.contains(body.group(1)) ? Matcher.quoteReplacement(body.group()) : "{}");
        String filled = PLACEHOLDER.matcher(frame).replaceAll(placeholder -> {
            String block = placeholder.group(2);
            if (block != null) {
                unplaced.remove(block);
                return Matcher.quoteReplacement(
                        lines(Objects.requireNonNull(blocks.get(block)), placeholder.group(1), java));
            }
            return Matcher.quoteReplacement(value(placeholder.group(3), values, blocks.keySet()));
        });
        if (!unplaced.isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_TEMPLATE,
                            "the template has no place for what the revision does: it lacks ${"
                                    + String.join("} and ${", unplaced) + "}")
                    .at(name)
                    .next("add it, alone on a line, as in the template that migrate:init writes"));
        }
        return filled;
    }

    private static String lines(OperationSource.Block block, String margin, JavaText java) {
        CodeLayout layout = new CodeLayout(margin.replace("\t", TAB).length(), java);
        return block.lines(layout).stream()
                .map(line -> (line.isEmpty() ? "" : margin + line) + "\n")
                .collect(Collectors.joining());
    }

    private String value(String placeholder, Map<String, String> values, Set<String> blocks) {
        String value = values.get(placeholder);
        if (value != null) {
            return value;
        }
        if (blocks.contains(placeholder)) {
            throw new MigrateException(
                    Problem.of(ProblemCode.BAD_TEMPLATE, "${" + placeholder + "} does not stand alone on its line")
                            .at(name)
                            .next("give it a line of its own"));
        }
        Set<String> all = new TreeSet<>(values.keySet());
        all.addAll(blocks);
        throw new MigrateException(
                Problem.of(ProblemCode.BAD_TEMPLATE, "there is no placeholder ${" + placeholder + "}")
                        .at(name)
                        .next("use one of ${" + String.join("}, ${", all) + "}"));
    }

    private static Map<String, String> values(RevisionDraft revision, JavaText java) {
        Map<String, String> values = new TreeMap<>();
        values.put("package", revision.packageName());
        values.put("class", revision.className());
        values.put("annotation", annotation(revision, java));
        values.put("id", java.literal(revision.node().id()));
        values.put("message", java.literal(revision.message()));
        values.put("downRevision", array(revision.node().downRevisions(), java));
        values.put("dependsOn", array(revision.node().dependsOn(), java));
        values.put("branchLabels", array(revision.node().branchLabels(), java));
        values.put("comment", java.comment(revision.message()));
        return values;
    }

    /** On one line where it fits, else an argument a line, as palantir-java-format lays it out. */
    private static String annotation(RevisionDraft revision, JavaText java) {
        List<String> arguments = new ArrayList<>();
        arguments.add("id = " + java.literal(revision.node().id()));
        argument(arguments, "downRevision", revision.node().downRevisions(), java);
        argument(arguments, "dependsOn", revision.node().dependsOn(), java);
        argument(arguments, "branchLabels", revision.node().branchLabels(), java);
        String message = "message = " + java.literal(revision.message());
        String oneLine = "@Revision(" + String.join(", ", arguments) + ", " + message + ")";
        if (oneLine.length() <= COLUMNS) {
            return oneLine;
        }
        arguments.add(message(message, revision, java));
        return "@Revision(\n        " + String.join(",\n        ", arguments) + ")";
    }

    private static String message(String oneLine, RevisionDraft revision, JavaText java) {
        if (8 + oneLine.length() + 1 <= COLUMNS) {
            return oneLine;
        }
        return "message = "
                + String.join("\n                + ", java.literals(revision.message(), COLUMNS - MESSAGE_INDENT));
    }

    private static void argument(List<String> arguments, String name, List<String> values, JavaText java) {
        if (!values.isEmpty()) {
            String oneLine = name + " = " + array(values, java);
            arguments.add(
                    8 + oneLine.length() + 1 <= COLUMNS
                            ? oneLine
                            : name + " = {\n            "
                                    + String.join(
                                            ",\n            ",
                                            values.stream().map(java::literal).toList())
                                    + "\n        }");
        }
    }

    private static String array(List<String> values, JavaText java) {
        List<String> literals = values.stream().map(java::literal).toList();
        return literals.size() == 1 ? literals.get(0) : "{" + String.join(", ", literals) + "}";
    }
}
