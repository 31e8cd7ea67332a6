package dev.migrate.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories in named modules, on a real module path in a JVM of its own: anchor and caller lead to the indexes there. */
class NamedModuleTest {

    private static final String MAIN = """
            package app;

            import dev.migrate.execute.Migrator;
            import dev.migrate.index.IndexScope;
            import dev.migrate.index.IndexedHistory;
            import dev.migrate.index.RevisionIndexes;
            import dev.migrate.problem.MigrateException;
            import java.lang.reflect.Proxy;
            import javax.sql.DataSource;

            /** Lists what a database would be brought to. */
            public final class Main {
                private Main() {}

                /** Starts. */
                public static void main(String[] arguments) {
                    ClassLoader loader = Main.class.getClassLoader();
                    DataSource none = (DataSource) Proxy.newProxyInstance(
                            loader, new Class<?>[] {DataSource.class}, (proxy, method, values) -> null);
                    try {
                        Migrator.on(none, app.db.ShopHistory.class).heads().revisions()
                                .forEach(head -> System.out.println("head " + head.info().node().id()));
                        Migrator.on(none).heads().revisions()
                                .forEach(head -> System.out.println("unnamed head " + head.info().node().id()));
                        IndexScope scope = IndexScope.unrestricted().anchoredAt(app.db.ShopHistory.class);
                        IndexedHistory history = RevisionIndexes.load(loader, scope, "shop");
                        history.nodes().forEach(node -> {
                            Class<?> type = history.instantiate(node.id()).getClass();
                            System.out.println(node.id() + " " + type.getModule() + " " + type.getName());
                        });
                    } catch (MigrateException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
            """;

    @TempDir
    Path directory;

    private Path runtime;
    private Project library;
    private Project application;

    @BeforeEach
    void compileTheLibrary() throws IOException {
        runtime = RuntimeJar.writtenTo(directory);
        library = new Project(directory.resolve("library"));
        library.write("module-info.java", "/** lib */ module lib { requires dev.migrate.runtime; exports lib.db; }");
        library.history("lib.db", "audit");
        library.revision("lib.db.L1", "l1");
        library.revision("lib.db.L2", "l2", "downRevision = \"l1\"");
        assertThat(compile(library)).isEmpty();
        application = new Project(directory.resolve("application"));
        application.history("app.db", "shop", "lib.db.AuditHistory");
        application.revision("app.db.R1", "r1", "downRevision = \"l2\"");
        application.revision("app.more.R1", "u1");
        application.write("app/Main.java", MAIN);
    }

    @Test
    void anAnchorLeadsToTheIndexesOfItsModuleAndOfTheIncludedOne() throws Exception {
        application.write(
                "module-info.java",
                "/** app */ module app { requires dev.migrate.runtime; requires java.sql; requires lib;"
                        + " exports app.db to dev.migrate.runtime; opens app.more; }");
        assertThat(compile(application, library.classes)).isEmpty();

        assertThat(run())
                .containsExactly(
                        "head r1",
                        "unnamed head u1",
                        "l1 module lib lib.db.L1",
                        "l2 module lib lib.db.L2",
                        "r1 module app app.db.R1");
    }

    @Test
    void aPackageThatIsNotExportedIsNamedWithTheLineToAdd() throws Exception {
        application.write(
                "module-info.java",
                "/** app */ module app { requires dev.migrate.runtime; requires java.sql; requires lib; }");
        assertThat(compile(application, library.classes)).isEmpty();

        assertThat(run()).containsExactly("""
                [class-loading] The module app does not let migrate read the index in its package app.db.
                  next:  add to its module-info.java:
                         exports app.db to dev.migrate.runtime;""".split("\n"));
    }

    private List<String> compile(Project project, Path... others) {
        List<String> modules = new ArrayList<>(List.of(runtime.toString()));
        Stream.of(others).forEach(other -> modules.add(other.toString()));
        return project.compile(
                        "-Xlint:-requires-automatic,-exports",
                        "-sourcepath",
                        project.sources.toString(),
                        "--module-path",
                        String.join(File.pathSeparator, modules))
                .messages();
    }

    private List<String> run() throws Exception {
        String modules = String.join(
                File.pathSeparator, runtime.toString(), library.classes.toString(), application.classes.toString());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-p",
                        modules,
                        "-m",
                        "app/app.Main")
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        process.waitFor();
        return lines;
    }
}
