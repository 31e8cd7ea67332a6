package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.HistoryAnchor;
import dev.migrate.index.IndexScope;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import dev.migrate.index.RevisionIndexes;
import dev.migrate.problem.MigrateException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for named histories, and what the runtime makes of it. */
class HistoriesTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newProject() {
        project = new Project(directory.resolve("project"));
    }

    // What is written.

    @Test
    void anchorAndIndexArePleasantToRead() throws IOException {
        project.dependsOn(library());
        project.history("com.acme.shop", "shop", "lib.AuditHistory");
        project.write("com/acme/shop/R1.java", """
                package com.acme.shop;
                import dev.migrate.*;
                @Revision(id = "s1", message = "first")
                public final class R1 implements Migration {
                    @Override public void upgrade(Operations op) {}
                    @Override public void downgrade(Operations op) {}
                }
                """);

        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.generatedFiles()).hasSize(2);
        Golden.compare(
                "RevisionIndexOfHistory.golden",
                Files.readString(project.generatedFiles().first()));
        Golden.compare(
                "ShopHistory.golden", Files.readString(project.generatedFiles().last()));
    }

    @Test
    void eachHistoryOfAModuleIsLoadedByItself() {
        project.history("app.shop", "shop");
        project.revision("app.shop.R1", "s1");
        project.revision("app.shop.more.R2", "s2", "downRevision = \"s1\"");
        project.history("app.shop.billing", "billing");
        project.revision("app.shop.billing.R1", "b1");
        project.revision("app.R1", "u1");

        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(ids(project.load("shop"))).containsExactly("s1", "s2");
        assertThat(ids(project.load("billing"))).containsExactly("b1");
        assertThat(ids(project.load(""))).containsExactly("u1");
        assertThat(histories(project)).containsExactly("", "billing", "shop");
    }

    @Test
    void aPackageThatOnlyIncludesHasAHistoryToo() {
        Project library = library();
        project.dependsOn(library);
        project.history("app", "shop", "lib.AuditHistory");

        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(ids(load(project, "shop", library))).containsExactly("l1", "l2");
        assertThat(histories(project, library)).containsExactly("shop");
    }

    @Test
    void anAnchorIsIncludedInTheCompilationThatWritesIt() {
        project.history("app.core", "core");
        project.revision("app.core.R1", "c1", "branchLabels = \"core\"");
        project.history("app.shop", "shop", "app.core.CoreHistory");
        project.revision("app.shop.R2", "s2", "downRevision = \"c1\"");

        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(ids(project.load("shop"))).containsExactly("c1", "s2");
        assertThat(ids(project.load("core"))).containsExactly("c1");
    }

    @Test
    void eclipsesCompilerDoesTheSame() {
        Project eclipse = new Project(directory.resolve("eclipse"), TestCompiler.ECLIPSE).dependsOn(library());
        eclipse.history("app.core", "core", "lib.AuditHistory");
        Path first = eclipse.revision("app.core.R1", "c1", "downRevision = \"l2\"");
        eclipse.history("app.shop", "shop", "app.core.CoreHistory");
        eclipse.revision("app.shop.R2", "s2", "downRevision = \"c1\"");

        Project.Outcome outcome = eclipse.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(ids(load(eclipse, "shop", library()))).containsExactly("c1", "l1", "l2", "s2");
        List<String> before = eclipse.services();
        assertThat(eclipse.compile(List.of(first)).messages()).isEmpty();
        assertThat(eclipse.services()).isEqualTo(before).hasSize(2);
    }

    @Test
    void aPackageInfoOfALibraryReachesNoClassOfThisModule() {
        Project library = new Project(directory.resolve("library"));
        library.history("app", "library");
        library.revision("app.L1", "l1");
        assertThat(library.compile().messages()).isEmpty();
        project.dependsOn(library).revision("app.shop.R1", "r1");

        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(ids(project.load(""))).containsExactly("r1");
        assertThat(histories(project)).containsExactly("");
    }

    // What is included.

    @Test
    void whatIncludesEachOtherIsOneSet() {
        project.history("app.a", "a", "app.b.BHistory");
        project.revision("app.a.R1", "a1");
        project.history("app.b", "b", "app.a.AHistory");
        project.revision("app.b.R1", "b1", "downRevision = \"a1\"");

        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(ids(project.load("a"))).containsExactly("a1", "b1");
        assertThat(ids(project.load("b"))).containsExactly("a1", "b1");
    }

    @Test
    void whatIsReachedOnTwoWaysIsThereOnce() {
        Project base = library();
        Project left = including("left", base);
        Project right = including("right", base);
        project.dependsOn(base).dependsOn(left).dependsOn(right);
        project.history("app", "shop", "left.LeftHistory", "right.RightHistory");
        project.revision("app.R1", "r1", "downRevision = {\"left1\", \"right1\"}", "dependsOn = \"logging\"");

        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(ids(load(project, "shop", base, left, right))).containsExactly("l1", "l2", "left1", "r1", "right1");
    }

    private Project including(String name, Project base) {
        Project module = new Project(directory.resolve(name)).dependsOn(base);
        module.history(name, name, "lib.AuditHistory");
        module.revision(name + ".R1", name + "1", "downRevision = \"l2\"");
        assertThat(module.compile().messages()).isEmpty();
        return module;
    }

    @Test
    void whatIsMissingAtRunTimeIsNamed() {
        project.dependsOn(library());
        project.history("app", "shop", "lib.AuditHistory");
        assertThat(project.compile().messages()).isEmpty();

        assertThat(problemOf(() -> project.load("shop"))).isEqualTo("""
                        [unknown-history] The history "shop" includes lib.AuditHistory, which is not on the class path.
                          next:  add the module with that history to what runs here""");
    }

    // Which is loaded.

    @Test
    void aLibraryThatIsNotIncludedChangesNothing() throws Exception {
        Project named = library();
        Project unnamed = new Project(directory.resolve("unnamed"));
        unnamed.revision("other.R1", "o1");
        assertThat(unnamed.compile().messages()).isEmpty();
        project.write("app/Main.java", "package app; public class Main {}");
        project.revision("app.R1", "r1");
        assertThat(project.compile().messages()).isEmpty();
        try (URLClassLoader loader = loader(project, named, unnamed)) {
            Class<?> main = loader.loadClass("app.Main");

            IndexedHistory history =
                    RevisionIndexes.load(loader, IndexScope.unrestricted().askedBy(main), "");

            assertThat(ids(history)).containsExactly("r1");
            assertThat(problemOf(() -> RevisionIndexes.load(loader, IndexScope.unrestricted(), "")))
                    .startsWith("[ambiguous-history]");
        }
    }

    @Test
    void anApplicationWithNamedHistoriesDoesNotGetTheMigrationsOfALibraryInstead() throws Exception {
        Project unnamed = new Project(directory.resolve("unnamed"));
        unnamed.revision("other.R1", "o1");
        assertThat(unnamed.compile().messages()).isEmpty();
        project.history("app", "shop");
        project.revision("app.R1", "r1");
        assertThat(project.compile().messages()).isEmpty();
        try (URLClassLoader loader = loader(project, unnamed)) {
            IndexScope asked = IndexScope.unrestricted().askedBy(loader.loadClass("app.R1"));

            assertThat(problemOf(() -> RevisionIndexes.load(loader, asked, ""))).isEqualTo("""
                            [no-migrations] There are no migrations; there are some of the history "shop".
                              next:  name the history that is meant: migrate.history, or Migrator.on(dataSource, <its anchor>.class)""");
        }
    }

    @Test
    void whoPassesAReferenceToTheJdkIsTheCaller() throws Exception {
        Project unnamed = new Project(directory.resolve("unnamed"));
        unnamed.revision("other.R1", "o1");
        assertThat(unnamed.compile().messages()).isEmpty();
        project.revision("app.R1", "r1");
        project.write("app/Main.java", """
                package app;

                import dev.migrate.execute.Migrator;
                import java.util.Optional;
                import java.util.concurrent.Callable;
                import javax.sql.DataSource;

                public final class Main implements Callable<String> {
                    public Main() {}

                    @Override
                    public String call() {
                        DataSource none = (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                                Main.class.getClassLoader(), new Class<?>[] {DataSource.class}, (p, m, values) -> null);
                        return Optional.of(none).map(Migrator::on).orElseThrow().heads().revisions().stream()
                                .map(head -> head.info().node().id()).toList().toString();
                    }
                }
                """);
        assertThat(project.compile().messages()).isEmpty();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = loader(project, unnamed)) {
            thread.setContextClassLoader(loader);
            Callable<?> main =
                    (Callable<?>) loader.loadClass("app.Main").getConstructor().newInstance();

            assertThat(main.call()).isEqualTo("[r1]");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void aCallerWithoutMigrationsGetsThoseOfTheOnlyPlaceThatHasSome() throws Exception {
        Project application = new Project(directory.resolve("application"));
        application.write("app/Main.java", "package app; public class Main {}");
        assertThat(application.compile().messages()).isEmpty();
        project.revision("db.R1", "r1");
        assertThat(project.compile().messages()).isEmpty();
        try (URLClassLoader loader = loader(project, application)) {
            IndexScope asked = IndexScope.unrestricted().askedBy(loader.loadClass("app.Main"));

            assertThat(ids(RevisionIndexes.load(loader, asked, ""))).containsExactly("r1");
        }
    }

    @Test
    void anAnchorLeadsToItsPlaceAmongOthersOfTheSameName() throws Exception {
        Project library = library();
        project.history("app", "audit");
        project.revision("app.R1", "r1");
        assertThat(project.compile().messages()).isEmpty();
        try (URLClassLoader loader = loader(library, project)) {
            Class<? extends HistoryAnchor> own =
                    loader.loadClass("app.AuditHistory").asSubclass(HistoryAnchor.class);
            Class<? extends HistoryAnchor> others =
                    loader.loadClass("lib.AuditHistory").asSubclass(HistoryAnchor.class);

            assertThat(ids(loadAt(own))).containsExactly("r1");
            assertThat(ids(loadAt(others))).containsExactly("l1", "l2");
            assertThat(problemOf(() -> RevisionIndexes.load(loader, IndexScope.unrestricted(), "audit")))
                    .startsWith("[ambiguous-history] Migrations of the history \"audit\" come from 2 places");
        }
    }

    private static IndexedHistory loadAt(Class<? extends HistoryAnchor> anchor) {
        return RevisionIndexes.load(
                HistoriesTest.class.getClassLoader(), IndexScope.unrestricted().anchoredAt(anchor), "audit");
    }

    @Test
    void aMistypedNameIsCorrected() {
        project.history("app.billing", "billing");
        project.revision("app.billing.R1", "b1");
        project.revision("app.R1", "r1");
        assertThat(project.compile().messages()).isEmpty();

        assertThat(problemOf(() -> project.load("biling"))).isEqualTo("""
                        [unknown-history] There is no history "biling". Did you mean "billing"? There are the unnamed history, the history "billing".
                          next:  correct migrate.history, or name the history with @MigrationHistory in a package-info""");
    }

    @Test
    void aHistoryWithoutRevisionsSaysSo() {
        project.history("app.billing", "billing");
        project.revision("app.R1", "r1");
        assertThat(project.compile().messages()).isEmpty();

        assertThat(problemOf(() -> project.load("billing")))
                .startsWith("[no-migrations] The history \"billing\" has no migrations; there are some of the unnamed");
        assertThat(histories(project)).containsExactly("");
    }

    private Project library() {
        Project library = new Project(directory.resolve("library"));
        library.history("lib", "audit");
        library.revision("lib.L1", "l1");
        library.revision("lib.more.L2", "l2", "downRevision = \"l1\"", "branchLabels = \"logging\"");
        assertThat(library.compile().messages()).isEmpty();
        return library;
    }

    private static List<String> ids(IndexedHistory history) {
        return history.entries().stream().map(RevisionEntry::id).toList();
    }

    /** As a build does it: what lies elsewhere counts in so far as it is included. */
    private static IndexedHistory load(Project project, String history, Project... libraries) {
        return RevisionIndexes.load(loader(project, libraries), IndexScope.outputDirectories(project.classes), history);
    }

    private static Set<String> histories(Project project, Project... libraries) {
        return RevisionIndexes.histories(loader(project, libraries), IndexScope.outputDirectories(project.classes));
    }

    private static URLClassLoader loader(Project project, Project... libraries) {
        URL[] urls = new URL[libraries.length + 1];
        urls[0] = url(project);
        for (int i = 0; i < libraries.length; i++) {
            urls[i + 1] = url(libraries[i]);
        }
        return new URLClassLoader(urls, HistoriesTest.class.getClassLoader());
    }

    private static URL url(Project project) {
        try {
            return project.classes.toUri().toURL();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String problemOf(Runnable loading) {
        return Optional.ofNullable(catchThrowableOfType(MigrateException.class, loading::run))
                .map(Throwable::getMessage)
                .orElse("nothing was thrown");
    }
}
