package dev.migrate.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.HistoryAnchor;
import dev.migrate.index.IndexScope;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import dev.migrate.index.RevisionIndexes;
import dev.migrate.problem.MigrateException;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Application and library in one jar, as shade and assembly make it: the place of a class does not tell whose it is. */
class JarOfEverythingTest {

    @TempDir
    Path directory;

    private Project application;
    private Project library;

    /** Those whose services files get into the jar. */
    private List<Project> named;

    @BeforeEach
    void newProjects() {
        application = new Project(directory.resolve("application"));
        library = new Project(directory.resolve("library"));
        named = List.of(application, library);
    }

    @Test
    void theMigrationsAroundTheCallerAreMeant() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        application.revision("com.acme.shop.db.more.R2", "a2", "downRevision = \"a1\"");
        library.revision("org.lib.db.R1", "l1");

        assertThat(ids(askedBy("com.acme.shop.Main"))).containsExactly("a1", "a2");
        assertThat(ids(askedBy("com.acme.shop.db.Main"))).containsExactly("a1", "a2");
        assertThat(ids(askedBy("com.acme.shop.db.more.deep.Main"))).containsExactly("a1", "a2");
        assertThat(ids(askedBy("org.lib.db.Main"))).containsExactly("l1");
    }

    @Test
    void aCallerInNeitherModulesPackagesIsAsked() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        application.revision("com.acme.shop.more.R2", "a2", "downRevision = \"a1\"");
        library.revision("org.lib.db.R1", "l1");

        assertThat(problemOf("com.acme.shop.web.Main")).isEqualTo("""
                        [ambiguous-history] Migrations of the unnamed history come from 2 modules, and one cannot tell which of them this database is for:
                          com.acme.shop.db, com.acme.shop.more in file:%1$s
                          org.lib.db in file:%1$s
                          next:  name the packages that are meant (migrate.packages, or MigratorConfig's scope with IndexScope.packages), or give the migrations a history with @MigrationHistory and pass its anchor: Migrator.on(dataSource, <its anchor>.class)""".formatted(jarFor("com.acme.shop.web.Main")));
    }

    @Test
    void aCallerAroundBothModulesIsAsked() throws Exception {
        application.revision("com.acme.shop.R1", "a1");
        library.revision("com.acme.audit.R1", "l1");

        assertThat(problemOf("com.acme.Main")).startsWith("[ambiguous-history]");
        assertThat(ids(askedBy("com.acme.shop.Main"))).containsExactly("a1");
    }

    @Test
    void aPackageOfOneNameTellsNothingOfThoseInIt() throws Exception {
        application.revision("com.R1", "a1");
        library.revision("org.R1", "l1");

        assertThat(problemOf("com.acme.Main")).startsWith("[ambiguous-history]");
        assertThat(ids(askedBy("com.Main"))).containsExactly("a1");
    }

    @Test
    void modulesWithTheSamePackagesAreNotMixed() throws Exception {
        application.revision("db.A1", "a1");
        library.revision("db.L1", "l1");

        assertThat(problemOf("db.Main"))
                .startsWith("[ambiguous-history] Migrations of the unnamed history come from 2 modules,")
                .contains("\n  db in file:%1$s\n  db in file:%1$s\n".formatted(jarFor("db.Main")));
    }

    @Test
    void modulesThatShareAPackageAreNotMixed() throws Exception {
        application.revision("com.acme.db.A1", "a1");
        library.revision("com.acme.db.L1", "l1");
        library.revision("org.lib.db.L2", "l2", "downRevision = \"l1\"");

        assertThat(problemOf("com.acme.Main"))
                .contains("\n  com.acme.db in file:%1$s\n  com.acme.db, org.lib.db in file:%1$s\n"
                        .formatted(jarFor("com.acme.Main")));
        assertThat(ids(askedBy("org.lib.db.Main"))).containsExactly("l1", "l2");
    }

    @Test
    void withoutACallerThePackagesAnswerTheQuestion() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        library.revision("org.lib.db.R1", "l1");
        try (URLClassLoader loader = loaderWith("com.acme.shop.Main")) {
            IndexScope scope = IndexScope.unrestricted();

            assertThat(ids(loader, scope.packages(List.of("org.lib")))).containsExactly("l1");
            assertThat(problemOf(() -> ids(loader, scope))).startsWith("[ambiguous-history]");
        }
    }

    @Test
    void aLibraryWithANamedHistoryChangesNothing() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        library.history("org.lib.db", "audit");
        library.revision("org.lib.db.R1", "l1");

        assertThat(ids(askedBy("com.acme.web.Main"))).containsExactly("a1");
    }

    @Test
    void anAnchorLeadsToItsModuleAndToWhatItIncludes() throws Exception {
        library.history("org.lib.db", "audit");
        library.revision("org.lib.db.R1", "l1");
        library.revision("org.lib.R2", "l2");
        assertThat(library.compile().messages()).isEmpty();
        application.dependsOn(library);
        application.history("com.acme.shop.db", "audit", "org.lib.db.AuditHistory");
        application.revision("com.acme.shop.db.R1", "a1", "downRevision = \"l1\"");
        try (URLClassLoader loader = loaderWith("com.acme.Main")) {
            IndexScope own = anchoredAt(loader, "com.acme.shop.db.AuditHistory");
            IndexScope others = anchoredAt(loader, "org.lib.db.AuditHistory");

            assertThat(ids(RevisionIndexes.load(loader, own, "audit"))).containsExactly("a1", "l1");
            assertThat(ids(RevisionIndexes.load(loader, others, "audit"))).containsExactly("l1");
        }
    }

    @Test
    void theServicesFileOfALibraryAloneIsNotTakenForThatOfTheApplication() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        library.revision("org.lib.db.R1", "l1");
        named = List.of(library);

        assertThat(problemOf("com.acme.shop.Main")).isEqualTo("""
                        [ambiguous-history] file:%s holds migrations of the unnamed history that its META-INF/services does not name, those in com.acme.shop.db; it names org.lib.db only. One cannot tell which of them this database is for.
                          next:  have the services files merged when the jar is made: by shade's ServicesResourceTransformer, or assembly's metaInf-services""".formatted(jarFor("com.acme.shop.Main")));
        assertThat(ids(askedBy("org.lib.Main"))).containsExactly("l1");
    }

    @Test
    void whatTheServicesFileForgetsAndNobodyAsksForChangesNothing() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        Path dropped = application.revision("com.acme.shop.old.R2", "a2", "downRevision = \"a1\"");
        library.history("org.lib.db", "audit");
        library.revision("org.lib.db.R1", "l1");
        assertThat(application.compile().messages()).isEmpty();
        application.delete(dropped);
        named = List.of(application);

        assertThat(ids(askedBy("com.acme.web.Main"))).containsExactly("a1");
    }

    @Test
    void aLibraryAroundTheCallerIsNotTakenForTheApplicationThatTheServicesFileForgets() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        library.revision("com.acme.audit.db.R1", "l1");
        named = List.of(library);

        assertThat(problemOf("com.acme.Main"))
                .contains("does not name, those in com.acme.shop.db; it names com.acme.audit.db only.");
        assertThat(ids(askedBy("com.acme.audit.Main"))).containsExactly("l1");
    }

    @Test
    void aLibraryInThePackageOfTheApplicationIsNotTakenForItEither() throws Exception {
        application.revision("db.migration.A1", "a1");
        library.revision("db.migration.L1", "l1");
        named = List.of(library);

        assertThat(problemOf("db.migration.Main")).contains("does not name, those in db.migration;");
    }

    @Test
    void anIndexThatIsReplacedByANewerOneChangesNothing() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        library.history("org.lib.db", "audit");
        library.revision("org.lib.db.R1", "l1");
        assertThat(application.compile().messages()).isEmpty();
        application.revision("com.acme.shop.db.R2", "a2", "downRevision = \"a1\"");

        assertThat(ids(askedBy("com.acme.shop.Main"))).containsExactly("a1", "a2");
        assertThat(application.classFiles())
                .filteredOn(file -> file.getFileName().toString().matches("RevisionIndex_[0-9a-f]+\\.class"))
                .hasSize(2);
    }

    @Test
    void packagesThatAreNamedAreNotThoseOfTheLibraryAloneEither() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        library.revision("com.acme.audit.db.R1", "l1");
        named = List.of(library);
        try (URLClassLoader loader = loaderWith("com.acme.Main")) {
            IndexScope scope = IndexScope.unrestricted().askedBy(loader.loadClass("com.acme.Main"));

            assertThat(problemOf(() -> ids(loader, scope.packages(List.of("com.acme")))))
                    .contains("does not name, those in com.acme.shop.db; it names com.acme.audit.db only.");
            assertThat(problemOf(() -> ids(loader, scope.packages(List.of("com.acme.shop")))))
                    .contains("does not name, those in com.acme.shop.db.\n");
            assertThat(ids(loader, scope.packages(List.of("com.acme.audit")))).containsExactly("l1");
        }
    }

    @Test
    void aServicesFileThatNamesNothingOfTheHistoryIsToldAsWell() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        library.history("org.lib.db", "audit");
        library.revision("org.lib.db.R1", "l1");
        named = List.of(library);

        assertThat(problemOf("com.acme.shop.Main")).isEqualTo("""
                        [ambiguous-history] file:%s holds migrations of the unnamed history that its META-INF/services does not name, those in com.acme.shop.db.
                          next:  have the services files merged when the jar is made: by shade's ServicesResourceTransformer, or assembly's metaInf-services""".formatted(jarFor("com.acme.shop.Main")));
        named = List.of();
        assertThat(problemOf("com.acme.shop.Main")).contains("does not name, those in com.acme.shop.db.\n");
    }

    @Test
    void anIndexLeftBehindByClassesThatAreNoRevisionsAnyMoreChangesNothing() throws Exception {
        application.revision("com.acme.shop.db.R1", "a1");
        application.revision("com.acme.shop.old.R2", "a2", "downRevision = \"a1\"");
        library.history("org.lib.db", "audit");
        library.revision("org.lib.db.R1", "l1");
        assertThat(application.compile().messages()).isEmpty();
        application.write("com/acme/shop/old/R2.java", "package com.acme.shop.old; public class R2 {}");

        assertThat(ids(askedBy("com.acme.web.Main"))).containsExactly("a1");
    }

    private static IndexScope anchoredAt(ClassLoader loader, String anchor) throws ClassNotFoundException {
        return IndexScope.unrestricted().anchoredAt(loader.loadClass(anchor).asSubclass(HistoryAnchor.class));
    }

    /** The unnamed history, for a class of the jar. */
    private IndexedHistory askedBy(String main) throws Exception {
        try (URLClassLoader loader = loaderWith(main)) {
            IndexScope scope = IndexScope.unrestricted().askedBy(loader.loadClass(main));
            return RevisionIndexes.load(loader, scope, "");
        }
    }

    private String problemOf(String main) {
        return problemOf(() -> askedBy(main));
    }

    private static String problemOf(ThrowingCallable loading) {
        return catchThrowableOfType(MigrateException.class, loading).getMessage();
    }

    private static List<String> ids(ClassLoader loader, IndexScope scope) {
        return ids(RevisionIndexes.load(loader, scope, ""));
    }

    private static List<String> ids(IndexedHistory history) {
        return history.entries().stream().map(RevisionEntry::id).toList();
    }

    private URLClassLoader loaderWith(String main) throws IOException {
        application.write(
                main.replace('.', '/') + ".java",
                "package " + main.substring(0, main.lastIndexOf('.')) + "; public class Main {}");
        assertThat(library.compile().messages()).isEmpty();
        assertThat(application.compile().messages()).isEmpty();
        Path jar = jarFor(main);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            put(out, ModuleOutput.SERVICES, services());
            for (Project project : List.of(application, library)) {
                for (Path file : project.classFiles()) {
                    String name = project.classes.relativize(file).toString().replace(File.separatorChar, '/');
                    put(out, name, Files.readAllBytes(file));
                }
            }
        }
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    }

    private Path jarFor(String main) {
        return directory.resolve(main + ".jar");
    }

    private byte[] services() {
        return named.stream()
                .flatMap(project -> project.services().stream())
                .collect(joining("\n"))
                .getBytes(UTF_8);
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
    }
}
