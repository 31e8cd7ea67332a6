package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.index.RevisionEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some sources are handed to the compiler, the rest is in the output directory: histories are those of a full compile. */
class IncrementalHistoriesTest {

    @TempDir
    Path directory;

    private Project library;
    private Project project;

    /** Two histories, of which one includes the other, and another that is not included yet. */
    private void compileEverything(Project made) {
        library = new Project(directory.resolve("library"));
        library.history("lib", "audit");
        library.revision("lib.L1", "l1");
        assertThat(library.compile().messages()).isEmpty();
        project = made.dependsOn(library);
        project.history("app.core", "core");
        project.revision("app.core.R1", "c1");
        project.history("app", "shop", "app.core.CoreHistory");
        project.revision("app.R2", "s2", "downRevision = \"c1\"");
        project.revision("app.more.R3", "s3", "downRevision = \"s2\"");
        assertThat(project.compile().messages()).isEmpty();
    }

    private void compileEverything() {
        compileEverything(new Project(directory.resolve("incremental")));
    }

    @Test
    void aTouchedRevisionLeavesEverythingAsItIs() {
        compileEverything();
        List<String> before = project.services();
        Set<Path> generatedBefore = project.generatedFiles();

        assertThat(project.compile(List.of(source("app/core/R1.java"))).messages())
                .isEmpty();
        assertThat(project.compile(List.of(source("app/R2.java"))).messages()).isEmpty();

        assertThat(project.services()).isEqualTo(before).hasSize(3);
        assertThat(project.generatedFiles()).isEqualTo(generatedBefore);
    }

    @Test
    void aTouchedPackageInfoLeavesEverythingAsItIs() {
        compileEverything();
        List<String> before = project.services();
        Set<Path> generatedBefore = project.generatedFiles();

        assertThat(project.compile(List.of(source("app/package-info.java"))).messages())
                .isEmpty();
        assertThat(project.compile(List.of(source("app/core/package-info.java")))
                        .messages())
                .isEmpty();

        assertThat(project.services()).isEqualTo(before);
        assertThat(project.generatedFiles()).isEqualTo(generatedBefore);
    }

    @Test
    void compilingEverythingIntoTheOldOutputWritesNothing() {
        compileEverything();
        List<String> before = project.services();
        Set<Path> generatedBefore = project.generatedFiles();

        assertThat(project.compile().messages()).isEmpty();

        assertThat(project.services()).isEqualTo(before);
        assertThat(project.generatedFiles()).isEqualTo(generatedBefore);
    }

    @Test
    void changedIncludesReachTheIndex() {
        compileEverything();
        Path changed = project.history("app", "shop", "app.core.CoreHistory", "lib.AuditHistory");

        assertThat(project.compile(List.of(changed)).messages()).isEmpty();

        assertEqualsFullCompile();
    }

    @Test
    void whatAFirstIncludeBringsIsKnownToARevisionOfTheSameCompilation() {
        compileEverything();
        Path changed = project.history("app", "shop", "app.core.CoreHistory", "lib.AuditHistory");
        Path merge = project.revision("app.R4", "s4", "downRevision = {\"s3\", \"l1\"}");

        assertThat(project.compile(List.of(changed, merge)).messages()).isEmpty();

        assertEqualsFullCompile();
    }

    @Test
    void aRemovedIncludeIsMissedByARevisionThatWasNotCompiled() {
        compileEverything();
        Path changed = project.history("app", "shop");

        Project.Outcome outcome = project.compile(List.of(changed));

        assertThat(outcome.messages())
                .singleElement()
                .asString()
                .contains("[unknown-parent] Revision \"s2\" follows \"c1\"", "where: app.R2");
    }

    @Test
    void aMovedPackageInfoMovesTheRevisions() {
        compileEverything();
        project.delete(source("app/core/package-info.java"));
        remove(project.classes.resolve("app/core/CoreHistory.class"));
        project.history("app", "shop");
        Path moved = project.history("app.more", "more", "app.ShopHistory");

        assertThat(project.compile(List.of(moved, source("app/package-info.java")))
                        .messages())
                .isEmpty();

        assertThat(ids("shop")).containsExactly("c1", "s2");
        assertThat(ids("more")).containsExactly("c1", "s2", "s3");
        assertEqualsFullCompile();
    }

    @Test
    void aRenamedHistoryTakesItsRevisionsAlong() {
        compileEverything();
        Path renamed = project.history("app", "store", "app.core.CoreHistory");

        assertThat(project.compile(List.of(renamed)).messages()).isEmpty();

        assertThat(ids("store")).containsExactly("c1", "s2", "s3");
        assertThat(project.classes.resolve("app/StoreHistory.class")).exists();
        assertEqualsFullCompile();
    }

    @Test
    void anAnchorThatWasDeletedIsWrittenAgain() {
        compileEverything();
        remove(project.classes.resolve("app/ShopHistory.class"));

        assertThat(project.compile(List.of(source("app/more/R3.java"))).messages())
                .isEmpty();

        assertThat(project.classes.resolve("app/ShopHistory.class")).exists();
        assertEqualsFullCompile();
    }

    @Test
    void aDeletedPackageInfoGivesTheRevisionsToTheHistoryAround() {
        compileEverything();
        project.delete(source("app/core/package-info.java"));
        project.history("app", "shop");

        assertThat(project.compile(List.of(source("app/package-info.java"))).messages())
                .isEmpty();

        assertThat(ids("shop")).containsExactly("c1", "s2", "s3");
        assertEqualsFullCompile();
    }

    @Test
    void eclipsesCompilerEndsWithTheSame() {
        compileEverything(new Project(directory.resolve("incremental"), TestCompiler.ECLIPSE));
        Path renamed = project.history("app", "store", "app.core.CoreHistory", "lib.AuditHistory");

        assertThat(project.compile(List.of(renamed)).messages()).isEmpty();
        assertThat(project.compile(List.of(source("app/core/R1.java"))).messages())
                .isEmpty();

        assertEqualsFullCompile(new Project(directory.resolve("full"), TestCompiler.ECLIPSE));
    }

    @Test
    void anIncludedLibraryThatIsGoneIsReported() {
        compileEverything();
        Path changed = project.history("app", "shop", "app.core.CoreHistory", "lib.AuditHistory");
        assertThat(project.compile(List.of(changed)).messages()).isEmpty();
        List<String> before = project.services();
        remove(library.classes.resolve("lib/AuditHistory.class"));

        Project.Outcome outcome = project.compile(List.of(source("app/R2.java")));

        assertThat(outcome.messages())
                .singleElement()
                .asString()
                .contains(
                        "[unknown-history] The history \"shop\" (package app) includes one that is not on the class path");
        assertThat(project.services()).isEqualTo(before);
    }

    @Test
    void testsDoNotDeclareTheHistoriesOfTheMainClasses() {
        compileEverything();
        Project tests =
                new Project(directory.resolve("tests")).dependsOn(project).dependsOn(library);
        tests.revision("app.more.T1", "t1");

        assertThat(tests.compile().messages()).isEmpty();

        assertThat(tests.generatedFiles()).hasSize(1);
        assertThat(tests.load().entries()).extracting(RevisionEntry::id).containsExactly("t1");
    }

    private Path source(String name) {
        return project.sources.resolve(name);
    }

    private List<String> ids(String history) {
        return project.load(history).entries().stream().map(RevisionEntry::id).toList();
    }

    private void assertEqualsFullCompile() {
        assertEqualsFullCompile(new Project(directory.resolve("full")));
    }

    private void assertEqualsFullCompile(Project full) {
        full.dependsOn(library);
        try (Stream<Path> files = Files.walk(project.sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                full.write(project.sources.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(full.compile().messages()).isEmpty();
        assertThat(project.services()).isEqualTo(full.services());
        assertThat(project.services())
                .allSatisfy(
                        index -> assertThat(generated(project, index)).hasSameTextualContentAs(generated(full, index)));
    }

    private static Path generated(Project project, String className) {
        return project.generated.resolve(className.replace('.', '/') + ".java");
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
