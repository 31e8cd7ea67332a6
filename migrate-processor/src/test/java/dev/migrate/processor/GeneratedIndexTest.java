package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migration;
import dev.migrate.graph.RevisionNode;
import dev.migrate.index.IndexScope;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import dev.migrate.index.RevisionIndexes;
import dev.migrate.index.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, and that the runtime reads it. */
class GeneratedIndexTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newProject() {
        project = new Project(directory);
    }

    @Test
    void theSourceIsPleasantToRead() throws IOException {
        project.write("com/acme/shop/migrations/R20260410_AddUserAvatar.java", """
                package com.acme.shop.migrations;

                import dev.migrate.*;

                @Revision(id = "8f3c2a91d07e", downRevision = "5b1f0c77a2de", message = "add user avatar")
                public final class R20260410_AddUserAvatar implements Migration {
                    @Override public void upgrade(Operations op) {}
                    @Override public void downgrade(Operations op) {}
                }
                """);
        project.write("com/acme/shop/migrations/First.java", """
                package com.acme.shop.migrations;

                import dev.migrate.*;

                /** Holds the first one. */
                public interface First {
                    @Irreversible("there is nothing before it")
                    @Revision(id = "5b1f0c77a2de", branchLabels = {"shop", "web"}, message = "the \\"first\\" one: 100 \\u20ac")
                    final class Tables implements Migration {
                        @Override public void upgrade(Operations op) {}
                        @Override public void downgrade(Operations op) {}
                    }
                }
                """);

        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.generatedFiles()).hasSize(1);
        Golden.compare(
                "RevisionIndex.golden",
                Files.readString(project.generatedFiles().first()));
    }

    @Test
    void theEntrySaysAllThatCommandsNeed() {
        project.revision("app.R1", "r1");
        project.write("app/R2.java", """
                package app;
                import dev.migrate.*;
                  @Revision(id = "r2", downRevision = "r1", dependsOn = {"r1", "left"}, branchLabels = {"left", "two"},
                        message = "two")
                  @Irreversible("because")
                public final class R2 implements Migration {
                    @Override public void upgrade(Operations op) {}
                    @Override public void downgrade(Operations op) {}
                }
                """.replace("\"left\"}, branch", "\"right\"}, branch"));
        project.revision("app.R3", "r3", "branchLabels = \"right\"");

        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        RevisionEntry entry = project.load().entry("r2").orElseThrow();
        assertThat(entry)
                .isEqualTo(new RevisionEntry(
                        new RevisionNode("r2", List.of("r1"), List.of("r1", "right"), List.of("left", "two")),
                        "",
                        "two",
                        "app.R2",
                        Optional.of(new SourcePosition("R2.java", 3, 3)),
                        entry.checksum(),
                        Optional.of("because")));
        assertThat(entry.checksum().orElseThrow()).matches("1:[0-9a-f]{64}");
    }

    static List<String> oddMessages() {
        return List.of(
                "\"quoted\" and 'quoted'",
                "back\\slash \\n \\u000a \\",
                "*/ /* // \"\"\"",
                "two\nlines\r\nand\ttab\0",
                "revision x\nfollows y\n",
                "smile \ud83d\ude00, umlaut \u00e4, line separator \u2028, lone \ud83d.",
                "$S $T $L $$ $> $[ ${x} %s",
                "m".repeat(500),
                "\u20ac".repeat(21_000),
                "\n".repeat(65_000),
                " leading and trailing ",
                "");
    }

    @ParameterizedTest
    @MethodSource("oddMessages")
    void anyMessageSurvives(String message) {
        project.revision("app.R1", "r1", "message = \"" + escaped(message) + "\"");
        project.revision("app.R2", "r2", "downRevision = \"r1\"", "message = \"after\"");

        // Whatever the encoding is: the generated source is ASCII.
        Project.Outcome outcome = project.compile("-encoding", "ISO-8859-1");

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.load().entries()).extracting(RevisionEntry::message).containsExactly(message, "after");
        project.revision("app.R2", "r2", "downRevision = \"r1\"", "message = \"again\"");
        assertThat(project.compile(List.of(project.sources.resolve("app/R2.java")))
                        .messages())
                .isEmpty();
        assertThat(project.load().entries()).extracting(RevisionEntry::message).containsExactly(message, "again");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\\' -> escaped.append("\\\\");
                case '"' -> escaped.append("\\\"");
                default -> escaped.append(c < 0x20 || c > 0x7e ? String.format("\\u%04x", c) : (char) c);
            }
        });
        return escaped.toString();
    }

    @Test
    void eachPackageHasItsOwnIndexAndAllAreNamed() {
        project.revision("app.a.R1", "r1");
        project.revision("app.b.R2", "r2", "downRevision = \"r1\"");
        project.revision("R3", "r3", "downRevision = \"r2\"");

        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.services())
                .extracting(name -> name.replaceAll("_[0-9a-f]{12}$", "_*"))
                .containsExactly("RevisionIndex_*", "app.a.RevisionIndex_*", "app.b.RevisionIndex_*");
        assertThat(project.load().instantiate("r3").getClass().getName()).isEqualTo("R3");
    }

    @Test
    void readingTheIndexLoadsNoMigration() throws Exception {
        project.revision("app.R1", "r1");
        project.revision("app.R2", "r2", "downRevision = \"r1\"");
        assertThat(project.compile().messages()).isEmpty();
        try (Project.Loader loader = project.loader()) {
            IndexedHistory history = RevisionIndexes.load(loader, IndexScope.outputDirectories(project.classes), "");

            assertThat(history.entries()).hasSize(2);
            assertThat(loader.hasLoaded("app.R1")).isFalse();
            Migration migration = history.instantiate("r1");

            assertThat(migration.getClass().getClassLoader()).isSameAs(loader);
            assertThat(loader.hasLoaded("app.R1")).isTrue();
            assertThat(loader.hasLoaded("app.R2")).isFalse();
        }
    }

    @Test
    void revisionsThatAnotherProcessorWritesAreFound() {
        Path first = project.revision("app.R0", "r0");

        Project.Outcome outcome =
                project.compile(List.of(new GeneratingProcessor(3), new RevisionProcessor()), List.of(first));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.load().entries()).extracting(RevisionEntry::id).containsExactly("r0", "r1", "r2", "r3");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherProcessorMayStandInFrontOrBehind(boolean inFront) {
        List<Processor> processors = new ArrayList<>(List.of(new RevisionProcessor()));
        processors.add(inFront ? 0 : 1, new GeneratingProcessor(2));
        Path first = project.revision("app.R0", "r0");

        Project.Outcome outcome = project.compile(processors, List.of(first));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.load().entries()).extracting(RevisionEntry::id).containsExactly("r0", "r1", "r2");
    }

    @Test
    void aSupertypeThatAnotherProcessorWritesIsWaitedFor() {
        Path first = project.revision("app.R0", "r0");
        Path second = project.write(
                "app/Late.java",
                "package app;\n@dev.migrate.Revision(id = \"late\", downRevision = \"r1\")\n"
                        + "public final class Late extends Base1 {}\n");

        Project.Outcome outcome = project.compile(
                List.of(new GeneratingProcessor(1), new RevisionProcessor()), List.of(first, second));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.load().entries()).extracting(RevisionEntry::id).containsExactly("late", "r0", "r1");
        assertThat(project.load().instantiate("late").getClass().getName()).isEqualTo("app.Late");
    }

    @Test
    void aMistakeInARevisionThatAnotherProcessorWritesIsReported() {
        Path first = project.revision("app.R0", "other");

        Project.Outcome outcome =
                project.compile(List.of(new GeneratingProcessor(1), new RevisionProcessor()), List.of(first));

        assertThat(outcome.messages())
                .singleElement()
                .asString()
                .contains("[unknown-parent] Revision \"r1\" follows \"r0\"");
        assertThat(outcome.diagnostics().get(0).line()).isEqualTo(5);
    }

    /** Writes one revision a round, and a class to extend. */
    @SupportedAnnotationTypes("*")
    private static final class GeneratingProcessor extends AbstractProcessor {
        private final int revisions;
        private int written;

        GeneratingProcessor(int revisions) {
            this.revisions = revisions;
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (written < revisions && !round.processingOver()) {
                written++;
                String source = Project.revisionSource(
                        "app.R" + written, "r" + written, "downRevision = \"r" + (written - 1) + "\"");
                write("app.R" + written, source);
                write(
                        "app.Base" + written,
                        "package app;\nabstract class Base" + written + " extends dev.migrate.processor.Blank {}\n");
            }
            return false;
        }

        private void write(String className, String source) {
            try (Writer file =
                    processingEnv.getFiler().createSourceFile(className).openWriter()) {
                file.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void twoCompilationsOfTheSameSourcesWriteTheSame() throws IOException {
        Project other = new Project(directory.resolve("other"));
        for (Project each : List.of(project, other)) {
            each.revision("app.R1", "r1");
            each.revision("app.b.R2", "r2", "downRevision = \"r1\"");
            assertThat(each.compile(List.of(
                                    each.sources.resolve(each == project ? "app/R1.java" : "app/b/R2.java"),
                                    each.sources.resolve(each == project ? "app/b/R2.java" : "app/R1.java")))
                            .messages())
                    .isEmpty();
        }

        assertThat(project.services()).isEqualTo(other.services());
        assertThat(textsOf(project)).isEqualTo(textsOf(other));
    }

    private static List<String> textsOf(Project project) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : project.generatedFiles()) {
            texts.add(Files.readString(file));
        }
        return texts;
    }

    @Test
    void aNamedModuleCompilesWithoutAWord() throws IOException {
        project.write("module-info.java", "/** m */ module app { requires dev.migrate.runtime; exports app.m; }");
        project.revision("app.m.R1", "r1");

        Project.Outcome outcome = project.compile(
                "-Xlint:-requires-automatic,-exports",
                "-sourcepath",
                project.sources.toString(),
                "--module-path",
                RuntimeJar.writtenTo(directory).toString());

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.services()).hasSize(1);
    }
}
