package dev.migrate.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.migrate.Migration;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Projects of odd shape in which nothing is wrong: not a word from any compiler, and an index with each revision that is
 * marked in the sources ({@code // revision <id>}, {@code // revision <id> of <history>}), of which instances can be made.
 */
class SoundProjectsTest {

    private static final Pattern MARK = Pattern.compile("// revision (\\S+)(?: of (\\S+))?");

    @TempDir
    Path directory;

    static List<ProjectFolder> projects() {
        return ProjectFolder.in("sound");
    }

    @Test
    void thereAreManyOfThem() {
        assertThat(projects()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("projects")
    void javacHasNothingToSayAndTheIndexIsWhole(ProjectFolder folder) {
        hasNothingToSayAndTheIndexIsWhole(folder, new Project(directory), "javac");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("projects")
    void eclipsesCompilerHasNothingToSayAndTheIndexIsWhole(ProjectFolder folder) {
        hasNothingToSayAndTheIndexIsWhole(folder, new Project(directory, TestCompiler.ECLIPSE), "eclipse");
    }

    private static void hasNothingToSayAndTheIndexIsWhole(ProjectFolder folder, Project project, String compiler) {
        List<Path> sources = folder.setUp(project);

        Project.Outcome outcome =
                project.compile(sources, folder.options(compiler).toArray(String[]::new));

        // Notes are Eclipse's hints to an author: "perhaps this member should be marked as deprecated, too?"
        assertThat(outcome.diagnostics())
                .filteredOn(message -> message.kind() != Diagnostic.Kind.NOTE)
                .isEmpty();
        assertThat(outcome.success()).isTrue();
        marks(sources).forEach((history, ids) -> {
            IndexedHistory indexed = project.load(history);
            assertThat(indexed.entries()).extracting(RevisionEntry::id).containsExactlyElementsOf(ids);
            for (RevisionEntry entry : indexed.entries()) {
                Migration migration = indexed.instantiate(entry.id());
                assertThat(migration.getClass().getName()).isEqualTo(entry.className());
            }
        });
    }

    /** In memory: not every file system of every build server has names for these. */
    @Test
    void namesMayBeOfAnyScript() throws IOException {
        Compilation compilation = javac().withProcessors(new RevisionProcessor())
                .withOptions("-Xlint:all", "-Werror")
                .compile(JavaFileObjects.forSourceString("größe.Änderung", """
                        package größe;

                        import dev.migrate.*;
                        import dev.migrate.processor.Blank;

                        @Revision(id = "r1", message = "größer \uD83D\uDE00 日本")
                        public final class Änderung extends Blank {

                            @Revision(id = "r2", downRevision = "r1")
                            public static final class 移行 extends Blank {}
                        }
                        """));

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.generatedSourceFiles()).hasSize(1);
        Golden.compare(
                "RevisionIndexOfAnyScript.golden",
                compilation.generatedSourceFiles().get(0).getCharContent(false).toString());
    }

    private static Map<String, SortedSet<String>> marks(List<Path> sources) {
        Map<String, SortedSet<String>> marks = new TreeMap<>();
        for (Path source : sources) {
            try (Stream<MatchResult> found =
                    MARK.matcher(Files.readString(source)).results()) {
                found.forEach(mark -> marks.computeIfAbsent(
                                mark.group(2) == null ? "" : mark.group(2), history -> new TreeSet<>())
                        .add(mark.group(1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return marks;
    }
}
