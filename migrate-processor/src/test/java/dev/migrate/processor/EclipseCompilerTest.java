package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.migrate.index.RevisionEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler has no trees and other file managers; the index is the same, without position and checksum. */
class EclipseCompilerTest {

    @TempDir
    Path directory;

    private Project project;
    private Path second;

    @BeforeEach
    void compileEverything() {
        project = new Project(directory, TestCompiler.ECLIPSE);
        project.revision("app.a.R1", "r1", "message = \"one\"");
        second = project.revision("app.b.R2", "r2", "downRevision = \"r1\"");
        assertThat(project.compile().messages()).isEmpty();
    }

    @Test
    void theIndexIsReadAndMakesInstances() {
        assertThat(project.load().entries())
                .extracting(RevisionEntry::id, RevisionEntry::message, RevisionEntry::source)
                .containsExactly(tuple("r1", "one", Optional.empty()), tuple("r2", "", Optional.empty()));
        assertThat(project.load().instantiate("r2").getClass().getName()).isEqualTo("app.b.R2");
    }

    @Test
    void aTouchedSourceLeavesTheIndexAsItIs() {
        List<String> before = project.services();

        Project.Outcome outcome = project.compile(List.of(second));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.services()).isEqualTo(before);
    }

    @Test
    void aNewRevisionJoinsThoseThatWereCompiledBefore() {
        Path third = project.revision("app.b.R3", "r3", "downRevision = \"r2\"");

        Project.Outcome outcome = project.compile(List.of(third));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.load().entries()).extracting(RevisionEntry::id).containsExactly("r1", "r2", "r3");
    }

    @Test
    void aDeletedClassDropsOut() {
        project.delete(second);

        Project.Outcome outcome = project.compile(List.of(project.revision("app.a.R1", "r1")));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.load().entries()).extracting(RevisionEntry::id).containsExactly("r1");
    }

    @Test
    void aProblemIsOnTheArrayThatHoldsTheValue() {
        project.write(
                "app/b/R2.java", Project.revisionSource("app.b.R2", "r2", "\n  downRevision = {\"r1\",\n\"nowhere\"}"));

        Project.Outcome outcome = project.compile(List.of(second));

        assertThat(outcome.messages()).singleElement().asString().contains("[unknown-parent]");
        assertThat(outcome.diagnostics().get(0).line()).isEqualTo(6);
    }
}
