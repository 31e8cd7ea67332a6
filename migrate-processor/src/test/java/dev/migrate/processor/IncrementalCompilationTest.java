package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.index.RevisionEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some sources are handed to javac, the rest is in the output directory: the index must be that of a full compile. */
class IncrementalCompilationTest {

    @TempDir
    Path directory;

    private Project project;
    private Path second;
    private Path third;

    @BeforeEach
    void compileEverything() {
        project = new Project(directory.resolve("incremental"));
        project.revision("app.a.R1", "r1", "message = \"one\"");
        second = project.revision("app.a.R2", "r2", "downRevision = \"r1\"");
        third = project.revision("app.b.R3", "r3", "downRevision = \"r2\"");
        assertThat(project.compile().messages()).isEmpty();
    }

    @Test
    void aTouchedSourceLeavesTheIndexAsItIs() {
        List<String> before = project.services();
        var generatedBefore = project.generatedFiles();

        Project.Outcome outcome = project.compile(List.of(second));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.services()).isEqualTo(before).hasSize(2);
        assertThat(project.generatedFiles()).isEqualTo(generatedBefore);
        assertIndexEqualsThatOfAFullCompile();
    }

    @Test
    void aChangedMessageReachesTheIndex() {
        project.revision("app.a.R2", "r2", "downRevision = \"r1\"", "message = \"two\"");

        Project.Outcome outcome = project.compile(List.of(second));

        assertThat(outcome.messages()).isEmpty();
        assertIndexEqualsThatOfAFullCompile();
    }

    @Test
    void aNewRevisionJoinsThoseThatWereCompiledBefore() {
        Path fourth = project.revision("app.a.R4", "r4", "downRevision = \"r3\"");

        Project.Outcome outcome = project.compile(List.of(fourth));

        assertThat(outcome.messages()).isEmpty();
        assertIndexEqualsThatOfAFullCompile();
    }

    @Test
    void aNewRevisionInANewPackageKeepsThoseOfTheOtherPackages() {
        Path fourth = project.revision("app.c.R4", "r4", "downRevision = \"r3\"");

        Project.Outcome outcome = project.compile(List.of(fourth));

        assertThat(outcome.messages()).isEmpty();
        assertIndexEqualsThatOfAFullCompile();
    }

    @Test
    void aDeletedClassDropsOut() {
        project.delete(third);

        Project.Outcome outcome = project.compile(List.of(second));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.load().entries()).extracting(RevisionEntry::id).containsExactly("r1", "r2");
        assertIndexEqualsThatOfAFullCompile();
    }

    @Test
    void aDeletedParentIsMissedByAChildThatWasNotCompiled() {
        project.delete(second);
        Path first = project.revision("app.a.R1", "r1", "message = \"uno\"");

        Project.Outcome outcome = project.compile(List.of(first));

        assertThat(outcome.messages())
                .singleElement()
                .asString()
                .contains("ERROR", "[unknown-parent] Revision \"r3\" follows \"r2\"", "where: app.b.R3");
    }

    @Test
    void aChangedIdIsTheOnlyOneOfItsClass() {
        project.revision("app.b.R3", "changed", "downRevision = \"r2\"");

        Project.Outcome outcome = project.compile(List.of(third));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.load().entries()).extracting(RevisionEntry::id).containsExactly("changed", "r1", "r2");
        assertIndexEqualsThatOfAFullCompile();
    }

    @Test
    void anIdThatIsTakenByACompiledClassIsReportedOnTheLocalOne() {
        project.revision("app.b.R3", "r1", "downRevision = \"r2\"");

        Project.Outcome outcome = project.compile(List.of(third));

        assertThat(outcome.messages())
                .anyMatch(message -> message.contains("[duplicate-id]")
                        && message.contains("app.a.R1")
                        && message.contains("app.b.R3"));
        assertThat(outcome.diagnostics().get(0).line()).isEqualTo(5);
    }

    /** No compiler calls a processor for sources without an annotation of its own: the next revision sets it right. */
    @Test
    void aClassThatIsNoRevisionAnyMoreDropsOutAsSoonAsAnyRevisionIsCompiled() {
        Path plain = project.write("app/b/R3.java", "package app.b; public final class R3 {}");

        assertThat(project.compile(List.of(plain)).messages()).isEmpty();
        assertThat(project.services()).hasSize(2);
        assertThat(project.compile(List.of(second)).messages()).isEmpty();

        assertThat(project.load().entries()).extracting(RevisionEntry::id).containsExactly("r1", "r2");
        assertIndexEqualsThatOfAFullCompile();
    }

    @Test
    void aMovedClassIsIndexedWhereItIsNow() {
        project.delete(third);
        Path moved = project.revision("app.moved.R3", "r3", "downRevision = \"r2\"");

        Project.Outcome outcome = project.compile(List.of(moved));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.services())
                .extracting(index -> index.substring(0, index.lastIndexOf('.')))
                .containsExactly("app.a", "app.moved");
        assertIndexEqualsThatOfAFullCompile();
    }

    @Test
    void aPackageInfoMovesAllRevisionsBelowItToItsHistory() {
        Path packageInfo = project.write(
                "app/package-info.java", "@dev.migrate.MigrationHistory(name = \"shop\")\npackage app;\n");

        Project.Outcome outcome = project.compile(List.of(packageInfo));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.load("shop").entries()).extracting(RevisionEntry::id).containsExactly("r1", "r2", "r3");
    }

    @Test
    void testsDoNotAdoptTheRevisionsOfTheMainClasses() {
        Project tests = new Project(directory.resolve("tests")).dependsOn(project);
        tests.revision("app.a.T1", "t1");

        Project.Outcome outcome = tests.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(tests.load().entries()).extracting(RevisionEntry::id).containsExactly("t1");
    }

    @Test
    void aFailedCompileLeavesTheServicesFileAlone() {
        List<String> before = project.services();
        project.revision("app.b.R3", "r3", "downRevision = \"nowhere\"");

        Project.Outcome outcome = project.compile(List.of(third));

        assertThat(outcome.success()).isFalse();
        assertThat(project.services()).isEqualTo(before);
    }

    @Test
    void anErrorThatOnlyTheCompilerReportsLeavesTheServicesFileAlone() {
        List<String> before = project.services();
        project.write("app/b/R3.java", Project.revisionSource("app.b.R3", "r3").replace("\"r3\"", "Missing.ID"));

        Project.Outcome outcome = project.compile(List.of(third));

        assertThat(outcome.success()).isFalse();
        assertThat(project.services()).isEqualTo(before);
    }

    /** Processors run before method bodies are looked at: the services file names indexes that were never compiled. */
    @Test
    void aCompileThatFailsAfterTheProcessorForgetsNoPackage() {
        String good = Project.revisionSource("app.c.R4", "r4", "downRevision = \"r3\"");
        Path fourth =
                project.write("app/c/R4.java", good.replace("Operations op) {}", "Operations op) { nonsense(); }"));
        assertThat(project.compile(List.of(fourth)).success()).isFalse();
        project.write("app/c/R4.java", good);

        Project.Outcome outcome = project.compile(List.of(fourth));

        assertThat(outcome.messages()).isEmpty();
        assertIndexEqualsThatOfAFullCompile();
    }

    @Test
    void classesThatWereCompiledWithoutTheProcessorAreFound() {
        Path fourth = project.revision("app.a.R4", "r4", "downRevision = \"r3\"");
        assertThat(project.compile(List.of(fourth), "-proc:none").messages()).isEmpty();

        Project.Outcome outcome = project.compile(List.of(second));

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.load().entries()).extracting(RevisionEntry::id).containsExactly("r1", "r2", "r3", "r4");
    }

    private void assertIndexEqualsThatOfAFullCompile() {
        Project full = new Project(directory.resolve("full"));
        try (var files = Files.walk(project.sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                full.write(project.sources.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(full.compile().messages()).isEmpty();

        assertThat(project.services()).isEqualTo(full.services());
        assertThat(project.load().entries()).isEqualTo(full.load().entries());
    }
}
