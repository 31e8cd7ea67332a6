package dev.migrate.maven;

import dev.migrate.maven.source.SourceHistory;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** Looks whether the classes of a module are those of its sources. */
final class FreshClasses {

    /** Editors and desktops keep files of their own beside them: no compiler reads those, so that they stay newer for ever. */
    private static final Pattern SOURCE = Pattern.compile("[^.].*\\.(java|kt|groovy|scala)");

    private static final String PACKAGE = "package-info.java";
    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*(?s:.*?)\\*/");

    private FreshClasses() {}

    /**
     * Refuses classes that are older than the newest source: what they say of the model may be wrong by now.
     *
     * @param history all migrations of the module
     * @throws MigrateException {@code stale-classes}
     */
    static void require(MavenProject project, SourceHistory history) {
        List<Path> migrations = history.revisions().stream()
                .map(revision -> revision.file().toAbsolutePath().normalize())
                .toList();
        Optional<Path> newest = project.getCompileSourceRoots().stream()
                .map(root -> Path.of(root).toAbsolutePath().normalize())
                .flatMap(FreshClasses::files)
                .filter(file -> SOURCE.matcher(file.getFileName().toString()).matches())
                .filter(file -> !migrations.contains(file)) // a new migration has nothing to do with the model
                .filter(FreshClasses::hasClass)
                .max(Comparator.comparing(FreshClasses::time));
        Path output = ProjectClassPath.outputDirectory(project);
        Optional<FileTime> compiled = files(output).map(FreshClasses::time).max(Comparator.naturalOrder());
        if (newest.isPresent() && (compiled.isEmpty() || time(newest.get()).compareTo(compiled.get()) > 0)) {
            throw new MigrateException(Problem.of(
                            ProblemCode.STALE_CLASSES,
                            compiled.isEmpty()
                                    ? "the project is not compiled, and its entities are read from its classes"
                                    : "the project's classes are older than "
                                            + newest.get().getFileName())
                    .at(output.getFileName() == null ? "" : "target/" + output.getFileName())
                    .next("mvn process-classes migrate:revision -Dautogenerate …"));
        }
    }

    /**
     * Refuses to go on without the classes that this very build has written, and compiled no more: where its phases had
     * been before, not every Maven runs them again for a goal.
     *
     * @param written the classes that it has written
     * @param goal what was to be done
     * @throws MigrateException {@code stale-classes}
     */
    static void requireCompiled(MavenProject project, List<String> written, String goal) {
        Path output = ProjectClassPath.outputDirectory(project);
        List<String> missing = written.stream()
                .filter(name -> Files.notExists(output.resolve(name.replace('.', '/') + ".class")))
                .toList();
        if (!missing.isEmpty()) {
            boolean one = missing.size() == 1;
            throw new MigrateException(Problem.of(
                            ProblemCode.STALE_CLASSES,
                            String.join(", ", missing) + (one ? " was" : " were")
                                    + " written in this call of Maven, and not compiled: its phases had run before")
                    .at("module " + project.getArtifactId())
                    .next("in a call of its own: mvn migrate:" + goal));
        }
    }

    /** A package has one where it is annotated; else its file only describes it. */
    private static boolean hasClass(Path source) {
        if (!source.endsWith(PACKAGE)) {
            return true;
        }
        try {
            String text =
                    Files.readString(source, StandardCharsets.ISO_8859_1); // whatever it is, these letters are the same
            return COMMENT.matcher(text).replaceAll("").contains("@");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
