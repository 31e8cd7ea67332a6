package dev.migrate.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each problem of a history is reported on the value that is wrong. */
class HistoryProblemsTest {

    private static final JavaFileObject BASE = revision("Base", "id = \"base1\"");

    /** The annotation is spread over lines, so that a line names a value; {@code attributes} start on line 5. */
    private static JavaFileObject revision(String name, String... attributes) {
        return JavaFileObjects.forSourceString("app." + name, """
                package app;
                import dev.migrate.*;

                @Revision(
                %s)
                public final class %s implements Migration {
                    @Override public void upgrade(Operations op) {}
                    @Override public void downgrade(Operations op) {}
                }
                """.formatted(String.join(",\n", attributes), name));
    }

    /** What each file is told: line and code of each message, in order of lines. */
    private static Map<String, List<String>> reported(JavaFileObject... sources) {
        Compilation compilation =
                javac().withProcessors(new RevisionProcessor()).compile(sources);
        Map<String, List<String>> reported = new TreeMap<>();
        for (JavaFileObject source : sources) {
            List<String> messages = compilation.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.getSource() != null
                            && diagnostic.getSource().getName().equals(source.getName()))
                    .map(diagnostic -> diagnostic.getLineNumber() + " " + codeOf(diagnostic))
                    .sorted()
                    .toList();
            if (!messages.isEmpty()) {
                reported.put(source.getName().replaceAll(".*/|\\.java", ""), messages);
            }
        }
        return reported;
    }

    private static String codeOf(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ROOT).replaceAll("(?s)\\[(.*?)].*", "$1");
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(
                        "duplicate id, on each",
                        new JavaFileObject[] {
                            BASE,
                            revision("A", "id = \"a\"", "downRevision = \"base1\""),
                            revision("B", "downRevision = \"base1\"", "id = \"a\"")
                        },
                        Map.of("A", List.of("5 duplicate-id"), "B", List.of("6 duplicate-id"))),
                Arguments.of(
                        "unknown parent, on the value",
                        new JavaFileObject[] {
                            BASE, revision("A", "id = \"a\"", "downRevision = {\n\"base1\",\n\"base2\"\n}")
                        },
                        Map.of("A", List.of("8 unknown-parent"))),
                Arguments.of(
                        "unknown parent, without braces",
                        new JavaFileObject[] {BASE, revision("A", "id = \"a\"", "downRevision =\n\"base2\"")},
                        Map.of("A", List.of("7 unknown-parent"))),
                Arguments.of(
                        "unknown dependency",
                        new JavaFileObject[] {
                            BASE,
                            revision("A", "id = \"a\"", "downRevision = \"base1\"", "dependsOn = {\"base1\",\n\"x\"}")
                        },
                        Map.of("A", List.of("8 unknown-dependency"))),
                Arguments.of(
                        "cycle, once, at its smallest id",
                        new JavaFileObject[] {
                            BASE,
                            revision("A", "id = \"a\"", "downRevision = \"c\""),
                            revision("B", "id = \"b\"", "downRevision = \"a\""),
                            revision("C", "id = \"c\"", "downRevision = {\"base1\", \"b\"}")
                        },
                        Map.of("A", List.of("6 cycle"))),
                Arguments.of(
                        "an empty id, and a revision that follows it",
                        new JavaFileObject[] {
                            BASE,
                            revision("A", "id = \"\"", "downRevision = \"base1\""),
                            revision("B", "id = \"b\"", "downRevision = \"\"")
                        },
                        Map.of("A", List.of("5 illegal-id"))),
                Arguments.of(
                        "an empty id alone",
                        new JavaFileObject[] {revision("A", "id = \"\"")},
                        Map.of("A", List.of("5 illegal-id"))),
                Arguments.of(
                        "self-loop",
                        new JavaFileObject[] {BASE, revision("A", "id = \"a\"", "downRevision = {\"base1\",\n\"a\"}")},
                        Map.of("A", List.of("7 self-loop"))),
                Arguments.of(
                        "dependency on itself",
                        new JavaFileObject[] {
                            BASE, revision("A", "id = \"a\"", "downRevision = \"base1\"", "dependsOn = \"a\"")
                        },
                        Map.of("A", List.of("7 dependency-self-loop"))),
                Arguments.of(
                        "dependency cycle",
                        new JavaFileObject[] {
                            revision("A", "id = \"a\"", "dependsOn = \"b\"", "branchLabels = \"left\""),
                            revision("B", "id = \"b\"", "dependsOn = \"a\"", "branchLabels = \"right\"")
                        },
                        Map.of("A", List.of("6 dependency-cycle"))),
                Arguments.of(
                        "several heads, on the down revision of each",
                        new JavaFileObject[] {
                            BASE,
                            revision("A", "id = \"a\"", "downRevision = \"base1\""),
                            revision("B", "downRevision = {\"base1\"}", "id = \"b\"")
                        },
                        Map.of("A", List.of("6 several-heads"), "B", List.of("5 several-heads"))),
                Arguments.of(
                        "several heads and bases, on the annotation where nothing is followed",
                        new JavaFileObject[] {revision("A", "id = \"a\""), revision("B", "id = \"b\"")},
                        Map.of(
                                "A", List.of("4 several-bases", "4 several-heads"),
                                "B", List.of("4 several-bases", "4 several-heads"))),
                Arguments.of(
                        "label used twice",
                        new JavaFileObject[] {
                            BASE,
                            revision("A", "id = \"a\"", "downRevision = \"base1\"", "branchLabels = \"x\""),
                            revision("B", "id = \"b\"", "downRevision = \"a\"", "branchLabels = {\"y\",\n\"x\"}")
                        },
                        Map.of("A", List.of("7 duplicate-label"), "B", List.of("8 duplicate-label"))),
                Arguments.of(
                        "label equal to an id",
                        new JavaFileObject[] {
                            BASE, revision("A", "id = \"a\"", "downRevision = \"base1\"", "branchLabels = \"base1\"")
                        },
                        Map.of("A", List.of("7 duplicate-label"))),
                Arguments.of(
                        "illegal label",
                        new JavaFileObject[] {revision("A", "id = \"a\"", "branchLabels = \"x-1\"")},
                        Map.of("A", List.of("6 illegal-label"))),
                Arguments.of(
                        "illegal id",
                        new JavaFileObject[] {revision("A", "message = \"m\"", "id = \"a-1\"")},
                        Map.of("A", List.of("6 illegal-id"))),
                Arguments.of(
                        "empty id",
                        new JavaFileObject[] {revision("A", "id = \"\"")},
                        Map.of("A", List.of("5 illegal-id"))),
                Arguments.of(
                        "id with line breaks",
                        new JavaFileObject[] {revision("A", "id = \"a\\n\\u2028\\\"b\"")},
                        Map.of("A", List.of("5 illegal-id"))),
                Arguments.of(
                        "reserved id",
                        new JavaFileObject[] {revision("A", "id = \"head\"")},
                        Map.of("A", List.of("5 reserved-id"))),
                Arguments.of(
                        "id too long",
                        new JavaFileObject[] {revision("A", "id = \"" + "a".repeat(65) + "\"")},
                        Map.of("A", List.of("5 id-too-long"))),
                Arguments.of(
                        "ids that differ in case",
                        new JavaFileObject[] {
                            revision("A", "id = \"a\""), revision("B", "id = \"A\"", "downRevision = \"a\"")
                        },
                        Map.of("A", List.of("5 id-case"), "B", List.of("5 id-case"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void isReportedOnTheValueAtFault(String name, JavaFileObject[] sources, Map<String, List<String>> expected) {
        assertThat(reported(sources)).isEqualTo(expected);
    }

    @Test
    void allProblemsComeInOneCompilation() {
        Map<String, List<String>> reported = reported(
                revision("A", "id = \"a\""),
                revision("B", "id = \"a\"", "downRevision = \"nowhere\"", "dependsOn = \"nothing\""),
                revision("C", "id = \"c c\"", "downRevision = \"c c\"", "branchLabels = \"-1\""),
                JavaFileObjects.forSourceString(
                        "app.D",
                        "package app;\n\n@dev.migrate.Revision(id = \"d\", downRevision = \"a\")\nclass D {}\n"));

        assertThat(reported)
                .isEqualTo(Map.of(
                        "A", List.of("5 duplicate-id"),
                        "B", List.of("5 duplicate-id", "6 unknown-parent", "7 unknown-dependency"),
                        "C", List.of("5 illegal-id", "6 self-loop", "7 illegal-label"),
                        "D", List.of("3 class-shape")));
    }

    @Test
    void theMessageSaysWhatWhereAndNext() {
        Compilation compilation = javac().withProcessors(new RevisionProcessor())
                .compile(revision("First", "id = \"a10\""), revision("Second", "id = \"b2\"", "downRevision = \"a1\""));

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ROOT).replaceAll("\n *", "\n"))
                .containsExactly("""
                        [unknown-parent] Revision "b2" follows "a1", but no migration class declares that id. Did you mean "a10"?
                        where: app.Second
                        next:  correct downRevision, or restore the class that declared "a1\"""");
    }

    /** On each of them: with the names of all, what is printed would grow with the square of their number. */
    @Test
    void manyClassesAreCounted() {
        Compilation compilation = javac().withProcessors(new RevisionProcessor())
                .compile(Stream.concat(
                                Stream.of(BASE),
                                IntStream.rangeClosed(1, 8)
                                        .mapToObj(i ->
                                                revision("R" + i, "id = \"r" + i + "\"", "downRevision = \"base1\"")))
                        .toList());

        assertThat(compilation.errors())
                .hasSize(8)
                .allMatch(error -> error.getMessage(Locale.ROOT)
                        .contains("where: app.R1, app.R2, app.R3, app.R4, app.R5 and 3 more\n"));
    }

    @Test
    void headsMayBeAWarning() {
        Compilation compilation = compileTwoHeads("-Amigrate.heads=warning");

        assertThat(compilation).succeeded();
        assertThat(compilation.warnings())
                .extracting(HistoryProblemsTest::codeOf)
                .containsOnly("several-heads");
    }

    @Test
    void headsMayBeAllowed() {
        Compilation compilation = compileTwoHeads("-Amigrate.heads=allow");

        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void aMistypedPolicyIsAnError() {
        Compilation compilation = compileTwoHeads("-Amigrate.heads=eror");

        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[bad-parameter] The option migrate.heads is \"eror\"; it can be error,");
    }

    private static Compilation compileTwoHeads(String option) {
        return javac().withProcessors(new RevisionProcessor())
                .withOptions("-Xlint:all", option)
                .compile(
                        BASE,
                        revision("A", "id = \"a\"", "downRevision = \"base1\""),
                        revision("B", "id = \"b\"", "downRevision = \"base1\""));
    }

    @Test
    void severalLabelledHeadsAreRight() {
        Compilation compilation = javac().withProcessors(new RevisionProcessor())
                .compile(
                        BASE,
                        revision("A", "id = \"a\"", "downRevision = \"base1\"", "branchLabels = \"left\""),
                        revision("B", "id = \"b\"", "downRevision = \"base1\"", "branchLabels = \"right\""));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void aValueThatCannotBeEvaluatedIsLeftToTheCompiler() {
        Compilation compilation = javac().withProcessors(new RevisionProcessor())
                .compile(
                        BASE,
                        revision("A", "id = \"a\"", "downRevision = Missing.ID"),
                        revision("B", "id = \"b\"", "downRevision = \"a\""));

        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("cannot find symbol");
    }

    @Test
    void aConstantMayStandForAnId() {
        Compilation compilation = javac().withProcessors(new RevisionProcessor())
                .compile(
                        BASE,
                        JavaFileObjects.forSourceString(
                                "app.Ids", "package app; interface Ids { String FIRST = \"base\" + 1; }"),
                        revision("A", "id = \"a\"", "downRevision = Ids.FIRST"));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void historiesAreCheckedApart() {
        Compilation compilation = javac().withProcessors(new RevisionProcessor())
                .compile(
                        BASE,
                        JavaFileObjects.forSourceString(
                                "app.billing.package-info",
                                "@dev.migrate.MigrationHistory(name = \"billing\") package app.billing;"),
                        JavaFileObjects.forSourceString(
                                "app.billing.deep.Base", Project.revisionSource("app.billing.deep.Base", "base1")));

        assertThat(compilation).succeededWithoutWarnings();
    }
}
