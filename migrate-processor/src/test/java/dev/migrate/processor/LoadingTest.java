package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.index.IndexScope;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import dev.migrate.index.RevisionIndexes;
import dev.migrate.problem.MigrateException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtime reads what the processor wrote, and says what is wrong where that does not fit. */
class LoadingTest {

    @TempDir
    Path directory;

    private Project project;
    private Path first;
    private Path second;

    @BeforeEach
    void compileTwoRevisions() {
        project = new Project(directory.resolve("project"));
        first = project.revision("app.R1", "r1");
        second = project.revision("app.R2", "r2", "downRevision = \"r1\"");
        assertThat(project.compile().messages()).isEmpty();
    }

    @Test
    void anEntryWhoseClassIsGoneIsStale() {
        project.delete(second);

        assertThat(problemOf(() -> project.load())).isEqualTo("""
                        [stale-index] The index names the class app.R2, which is gone.
                          next:  compile afresh: mvn clean process-classes""");
    }

    @Test
    void withoutOutputDirectoriesAStaleEntryIsFoundWhenItIsInstantiated() {
        project.delete(second);
        IndexedHistory history = loadUnrestricted();

        assertThat(problemOf(() -> history.instantiate("r2"))).isEqualTo("""
                        [stale-index] The index names the class app.R2, which is gone.
                          next:  compile afresh: mvn clean process-classes""");
    }

    @Test
    void aClassThatIsNoLongerWhatItWasIsStale() {
        project.write("app/R2.java", "package app; public abstract class R2 {}");
        assertThat(project.compile(List.of(second)).messages()).isEmpty();
        IndexedHistory history = loadUnrestricted();

        assertThat(problemOf(() -> history.instantiate("r2")))
                .startsWith("[stale-index] app.R2 is not what it was when the index was written: ")
                .endsWith("  where: revision r2\n  next:  compile afresh: mvn clean process-classes");
    }

    @Test
    void aClassThatLostItsAnnotationIsStale() {
        project.write("app/R2.java", "package app; public class R2 {}");
        assertThat(project.compile(List.of(second)).messages()).isEmpty();

        assertThat(problemOf(() -> project.load())).isEqualTo("""
                        [stale-index] The index names app.R2, which is no @Revision any more.
                          next:  compile afresh: mvn clean process-classes""");
    }

    @Test
    void aRevisionThatNoIndexNamesIsStale() {
        Path third = project.revision("app.R3", "r3", "downRevision = \"r2\"");
        assertThat(project.compile(List.of(third), "-proc:none").messages()).isEmpty();

        assertThat(problemOf(() -> project.load())).isEqualTo("""
                        [stale-index] The index knows nothing of app.R3, which is a @Revision: it was compiled without the annotation processor, or the index was overwritten.
                          next:  compile afresh: mvn clean process-classes""");
    }

    @Test
    void anIndexClassThatIsGoneIsStale() throws IOException {
        try (Stream<Path> files = Files.list(project.classes.resolve("app"))) {
            for (Path file : files.filter(each -> each.toString().contains("RevisionIndex_"))
                    .toList()) {
                Files.delete(file);
            }
        }

        assertThat(problemOf(() -> project.load()))
                .startsWith("[stale-index] An index that META-INF/services names cannot be used: ")
                .contains("RevisionIndex_", "not found");
    }

    @Test
    void classesWithoutAnIndexAreToldFromNoMigrations() {
        Project unprocessed = new Project(directory.resolve("unprocessed"));
        Path source = unprocessed.revision("app.R1", "r1");
        assertThat(unprocessed.compile(List.of(source), "-proc:none").messages())
                .isEmpty();

        String problem = problemOf(() -> unprocessed.load());

        String ofTheJar = RevisionIndexes.class.getPackage().getImplementationVersion(); // none of a directory
        String version = ofTheJar == null ? "${version.migrate}" : ofTheJar;
        assertThat(problem).isEqualTo("""
                        [no-index] The class app.R1 with @Revision is there, but no index of them: the annotation processor did not run.
                          next:  add the processor to the compiler plugin and compile again (from version 23 on, Java runs no
                                 processor that is merely on the class path):
                                 <plugin>
                                   <groupId>org.apache.maven.plugins</groupId>
                                   <artifactId>maven-compiler-plugin</artifactId>
                                   <configuration>
                                     <annotationProcessorPaths>
                                       <path>
                                         <groupId>dev.migrate</groupId>
                                         <artifactId>migrate-processor</artifactId>
                                         <version>%s</version>
                                       </path>
                                     </annotationProcessorPaths>
                                   </configuration>
                                 </plugin>""".formatted(version));
        assertThat(problemOf(() -> RevisionIndexes.load(unprocessed.loader(), IndexScope.unrestricted(), "")))
                .isEqualTo(problem);
    }

    @Test
    void anEmptyProjectHasNoMigrations() {
        Project empty = new Project(directory.resolve("empty"));

        assertThat(problemOf(() -> empty.load())).isEqualTo("""
                        [no-migrations] There are no migrations.
                          next:  write the first one: mvn migrate:revision -Dmessage="first tables\"""");
    }

    @Test
    void anotherHistoryIsNamedWhereTheWantedOneIsEmpty() {
        assertThat(problemOf(() -> project.load("billing"))).isEqualTo("""
                        [unknown-history] There is no history "billing". There is the unnamed history.
                          next:  correct migrate.history, or name the history with @MigrationHistory in a package-info""");
    }

    @Test
    void theIndexOfALibraryIsNoneOfOurs() throws IOException {
        Project library = library("lib", "lib");
        try (URLClassLoader loader = loader(project, library)) {

            IndexedHistory history = RevisionIndexes.load(loader, IndexScope.outputDirectories(project.classes), "");

            assertThat(history.entries()).extracting(RevisionEntry::id).containsExactly("r1", "r2");
        }
    }

    @Test
    void revisionsOfTwoPlacesAreAQuestion() throws IOException {
        Project library = library("lib", "lib");
        try (URLClassLoader loader = loader(project, library)) {

            assertThat(problemOf(() -> RevisionIndexes.load(loader, IndexScope.unrestricted(), "")))
                    .startsWith("[ambiguous-history] Migrations of the unnamed history come from 2 places,")
                    .contains("\n  file:" + library.classes + "/\n  file:" + project.classes + "/\n")
                    .contains("migrate.packages");
        }
    }

    @Test
    void thePackagesAnswerTheQuestion() throws IOException {
        Project library = library("lib", "lib");
        try (URLClassLoader loader = loader(project, library)) {

            IndexedHistory history =
                    RevisionIndexes.load(loader, IndexScope.unrestricted().packages(List.of("lib")), "");

            assertThat(history.entries()).extracting(RevisionEntry::id).containsExactly("l1");
        }
    }

    @Test
    void aLibraryWithTheSamePackageIsKeptApart() throws IOException {
        Project library = library("same", "app");
        try (URLClassLoader loader = loader(project, library)) {

            IndexedHistory history = RevisionIndexes.load(loader, IndexScope.outputDirectories(library.classes), "");

            assertThat(history.entries()).extracting(RevisionEntry::id).containsExactly("l1");
            assertThat(history.instantiate("l1").getClass().getName()).isEqualTo("app.L1");
        }
    }

    @Test
    void aConstructorThatThrowsIsNamed() {
        project.write(
                "app/R2.java",
                Project.revisionSource("app.R2", "r2", "downRevision = \"r1\"")
                        .replace("R2() {}", "R2() { throw new IllegalStateException(\"no home\"); }"));
        assertThat(project.compile().messages()).isEmpty();

        assertThat(problemOf(() -> project.load().instantiate("r2"))).startsWith("""
                        [class-loading] app.R2 cannot be instantiated: java.lang.IllegalStateException: no home.
                          where: revision r2""");
    }

    @Test
    void aClassThatAMigrationNeedsIsNotTakenForTheMigration() throws IOException {
        project.write("app/Base.java", "package app; public class Base {}");
        project.write(
                "app/R2.java",
                Project.revisionSource("app.R2", "r2", "downRevision = \"r1\"")
                        .replace("class R2 ", "class R2 extends Base "));
        assertThat(project.compile().messages()).isEmpty();
        Files.delete(project.classes.resolve("app/Base.class"));

        assertThat(problemOf(() -> project.load().instantiate("r2")))
                .startsWith(
                        "[class-loading] app.R2 cannot be instantiated: java.lang.ClassNotFoundException: app.Base.");
    }

    private Project library(String name, String packageName) {
        Project library = new Project(directory.resolve(name));
        library.revision(packageName + ".L1", "l1");
        assertThat(library.compile().messages()).isEmpty();
        return library;
    }

    private IndexedHistory loadUnrestricted() {
        return RevisionIndexes.load(project.loader(), IndexScope.unrestricted(), "");
    }

    private static URLClassLoader loader(Project... projects) throws MalformedURLException {
        URL[] urls = new URL[projects.length];
        for (int i = 0; i < projects.length; i++) {
            urls[i] = projects[i].classes.toUri().toURL();
        }
        return new URLClassLoader(urls, LoadingTest.class.getClassLoader());
    }

    private static String problemOf(Runnable loading) {
        return catchThrowableOfType(MigrateException.class, loading::run).getMessage();
    }
}
