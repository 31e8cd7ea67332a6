package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Setting;
import dev.migrate.config.Settings;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** What a build reads, and no result may replace: a result that was there before is removed when a goal begins. */
record ModuleInputs(MavenProject project, Settings settings) {

    private static final String SCRIPT = "sql:";

    /**
     * Refuses a name for the result that is one of them, or that of a directory.
     *
     * @param file where that is
     * @throws MigrateException {@code bad-parameter}
     */
    void requireNone(Resolved<String> outputFile, Path file) {
        if (Files.isDirectory(file)) {
            throw refused(outputFile, "is a directory");
        }
        if (Files.exists(file) && (isSource(file) || isNamed(file))) {
            throw refused(outputFile, "is what the build reads, and would be lost");
        }
    }

    private static MigrateException refused(Resolved<String> outputFile, String what) {
        return new MigrateException(
                Problem.of(ProblemCode.BAD_PARAMETER, "the result cannot go to " + outputFile.value() + ": it " + what)
                        .at(outputFile.place())
                        .next("name a file of its own, such as target/result.json"));
    }

    private boolean isSource(Path file) {
        return Stream.concat(project.getCompileSourceRoots().stream(), project.getTestCompileSourceRoots().stream())
                .map(root -> directory().resolve(root))
                .filter(Files::isDirectory)
                .anyMatch(root -> real(file).startsWith(real(root)));
    }

    private boolean isNamed(Path file) {
        return Stream.of(
                        named(Catalogue.CONFIG_FILE),
                        named(Catalogue.TEMPLATE),
                        named(Catalogue.MODEL)
                                .filter(model -> model.startsWith(SCRIPT))
                                .map(model -> model.substring(SCRIPT.length())),
                        Stream.ofNullable(project.getFile()).map(File::toString),
                        named(Catalogue.ENVIRONMENT).map(name -> "migrate-" + name + ".properties"),
                        Stream.of(NewMigrations.TEMPLATE, NewMigrations.MERGE_TEMPLATE))
                .flatMap(names -> names)
                .map(name -> directory().resolve(name.strip()))
                .filter(Files::exists)
                .anyMatch(input -> real(input).equals(real(file)));
    }

    private Stream<String> named(Setting<String> setting) {
        return settings.find(setting).map(Resolved::value).stream();
    }

    private Path directory() {
        return project.getBasedir().toPath();
    }

    /** Whatever links lead there. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_FAILED, "cannot tell what " + file + " is: " + e), e);
        }
    }
}
