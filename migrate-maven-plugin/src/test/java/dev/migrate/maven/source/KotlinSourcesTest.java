package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KotlinSourcesTest {

    @TempDir
    Path root;

    @Test
    void everyValueOfTheAnnotationIsRead() throws IOException {
        write("""
                package app.db

                import dev.migrate.*

                /* not @Revision(id = "no") /* nested */ either */
                @Revision(
                    id = "a1", // the id
                    downRevision = ["x", "y" + "z",],
                    dependsOn = arrayOf("d"),
                    branchLabels = [],
                    message = \"""raw "text" \\n\"""
                )
                @Suppress("unused")
                internal class R1 : Migration { }
                """);

        SourceHistory history = read();

        assertThat(history.unreadable()).isEmpty();
        assertThat(history.revisions())
                .containsExactly(new SourceRevision(
                        new RevisionNode("a1", List.of("x", "yz"), List.of("d"), List.of()),
                        "",
                        "raw \"text\" \\n",
                        "app.db.R1",
                        "app.db",
                        root,
                        root.resolve("R.kt"),
                        6));
    }

    @Test
    void namesAreFollowedThroughImportsAndNesting() throws IOException {
        write("""
                package app
                import dev.migrate.Revision as Step
                import other.Revision

                val text = "a ${ if (true) "class X { @Step(id = \\"no\\")" else "}" } \\" \\u0041"
                val c = '"'
                class Outer(val f: () -> Unit = { }) {
                    fun g() { Outer::class }
                    @Step(id = "caf\\u00e9\\$") class Inner : Migration
                    @Revision(3) class NotOurs
                    companion object { @dev.migrate.Revision(id = "q") class Deep }
                }
                @Step(id = "l") class `Last one`
                """);

        SourceHistory history = read();

        assertThat(history.unreadable()).isEmpty();
        assertThat(history.revisions())
                .extracting(revision -> revision.id() + " " + revision.className())
                .containsExactly("café$ app.Outer.Inner", "q app.Outer.Companion.Deep", "l app.Last one");
    }

    @Test
    void whatOnlyTheCompilerCouldEvaluateIsReportedAtItsLine() throws IOException {
        write("""
                package app
                import dev.migrate.*
                @Revision(
                    id = "b2",
                    downRevision = [Ids.A])
                class R2 : Migration
                @Revision(id = "x$y") class R3 : Migration
                """);

        assertThat(read().unreadable().stream().map(Problem::text))
                .containsExactly("""
                [unreadable-annotation] @Revision(downRevision = [ Ids . A ]) cannot be read without compiling: it is neither made \
                of literals nor of constants that the sources of this module declare
                  where: %1$s:5
                  next:  write the text itself""".formatted(root.resolve("R.kt")), """
                [unreadable-annotation] @Revision(id = x$y) cannot be read without compiling: it is neither made of literals nor of \
                constants that the sources of this module declare
                  where: %1$s:7
                  next:  write the text itself""".formatted(root.resolve("R.kt")));
    }

    @Test
    void whatIsCutOffEndsTheReadingAndNothingElse() throws IOException {
        for (String end :
                List.of("\"", "\"\"\"", "/*", "'", "`", "${", "\"${", "@", "@Revision(", "@Revision(id", "class")) {
            write("package app\nimport dev.migrate.*\n@Revision(id = \"a\") class R1\n" + end);

            assertThat(read().nodes()).as(end).hasSize(1);
        }
    }

    @Test
    void anAnnotationThatIsNotClosedIsReported() throws IOException {
        write("""
                package app
                import dev.migrate.*
                @Revision(id = "a") class R1 : Migration
                @Revision(id = "b", downRevision = ["a"]
                class R2 : Migration {}
                """);

        SourceHistory history = read();

        assertThat(history.nodes()).extracting(RevisionNode::id).containsExactly("a");
        assertThat(history.unreadable())
                .singleElement()
                .satisfies(problem -> assertThat(problem.where()).hasValue(root.resolve("R.kt") + ":4"));
    }

    @Test
    void aJavaRevisionOnTopOfAKotlinOneGoesToTheJavaSources() throws IOException {
        write("package app\nimport dev.migrate.*\n@Revision(id = \"a\") class R1 : Migration\n");
        Path java = root.resolve("java");

        RevisionWriter.Written written = new RevisionWriter(Clock.systemUTC(), UUID::randomUUID)
                .write(
                        new RevisionWriter.Request(
                                "x", List.of("head"), false, List.of(), List.of(), Optional.empty(), false, "New"),
                        read(),
                        RevisionTemplate.standard(),
                        new RevisionWriter.Target(java, Optional.empty(), "other", StandardCharsets.UTF_8));

        assertThat(written.file()).isEqualTo(java.resolve("app/New.java"));
        assertThat(written.node().downRevisions()).containsExactly("a");
    }

    private void write(String text) throws IOException {
        Files.writeString(root.resolve("R.kt"), text);
    }

    private SourceHistory read() {
        return RevisionSources.read(List.of(root), StandardCharsets.UTF_8);
    }
}
