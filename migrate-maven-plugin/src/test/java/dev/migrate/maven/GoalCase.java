package dev.migrate.maven;

import dev.migrate.processor.RevisionProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.maven.api.di.Provides;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.junit.jupiter.api.io.TempDir;

/** A goal called on a project in a temporary folder. */
abstract class GoalCase {

    @TempDir
    Path directory;

    private GoalFixture fixture;

    final GoalFixture fixture() {
        if (fixture == null) {
            fixture = new GoalFixture(directory);
        }
        return fixture;
    }

    @Provides
    MavenProject project() {
        return fixture().project;
    }

    @Provides
    MavenSession session() {
        return fixture().session;
    }

    @Provides
    Log log() {
        return fixture().log();
    }

    @Provides
    MojoExecution execution() {
        return GoalFixture.execution("goal", MojoExecution.Source.CLI);
    }

    @Provides
    ProjectDependenciesResolver dependencies() {
        return new NoDependencies();
    }

    final List<String> lines() {
        return fixture().lines;
    }

    /** The one class that a goal wrote. */
    final Path written() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Writes a source, and compiles it as a project does. */
    final void compiled(String file, String source) throws IOException {
        fixture().source(file, source);
        Path output = Files.createDirectories(directory.resolve("target/classes"));
        String classPath =
                output + File.pathSeparator + System.getProperty("java.class.path"); // with what was compiled
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task = compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-cp", classPath, "-d", output.toString(), "--release", "17"),
                    null,
                    files.getJavaFileObjects(directory.resolve("src/main/java").resolve(file)));
            task.setProcessors(List.of(new RevisionProcessor()));
            if (!task.call()) {
                throw new IllegalStateException(file + " does not compile");
            }
        }
    }

    /** Writes a migration that follows others; {@code more} are further values of its annotation. */
    final GoalCase revision(String id, String down, String... more) throws IOException {
        return revisionIn("app", id, down, more);
    }

    final GoalCase revisionIn(String packageName, String id, String down, String... more) throws IOException {
        String rest = more.length == 0 ? "" : ", " + String.join(", ", more);
        String parents = down.isEmpty() ? "" : ", downRevision = {\"" + down.replace(",", "\", \"") + "\"}";
        fixture()
                .source(
                        packageName.replace('.', '/') + "/R_" + id + ".java",
                        "package " + packageName + ";\nimport dev.migrate.*;\n@Revision(id = \"" + id + "\"" + parents
                                + rest + ")\npublic final class R_" + id + " implements Migration {\n"
                                + "    public void upgrade(Operations op) {}\n"
                                + "    public void downgrade(Operations op) {}\n}\n");
        return this;
    }

    final Path file(String path) {
        return Path.of("src/main/java").resolve(path);
    }
}
