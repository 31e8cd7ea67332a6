package dev.migrate.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Projects with defects, written by hand, each defect marked on its line ({@link Mark}): exactly the marks are reported,
 * and nothing else.
 */
class BrokenProjectsTest {

    @TempDir
    Path directory;

    static List<ProjectFolder> projects() {
        return ProjectFolder.in("broken");
    }

    @Test
    void thereAreManyOfThem() {
        assertThat(projects()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("projects")
    void javacReportsWhatIsMarkedAndNothingElse(ProjectFolder folder) {
        reportsWhatIsMarked(folder, new Project(directory), "javac");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("projects")
    void eclipsesCompilerReportsWhatIsMarkedAndNothingElse(ProjectFolder folder) {
        reportsWhatIsMarked(folder, new Project(directory, TestCompiler.ECLIPSE), "eclipse");
    }

    private static void reportsWhatIsMarked(ProjectFolder folder, Project project, String compiler) {
        List<Path> sources = folder.setUp(project);
        List<Mark> expected = new ArrayList<>();
        sources.forEach(source -> expected.addAll(Mark.read(source, compiler)));

        List<Project.Message> messages =
                project.compileLeniently(sources, folder.options(compiler)).diagnostics();

        String nowhere = folder.nowhere(compiler);
        List<Mark> reported = new ArrayList<>();
        messages.stream()
                .filter(message -> !message.file().isEmpty())
                .map(Mark::of)
                .forEach(reported::add);
        assertThat(lines(reported)).isEqualTo(lines(expected));
        for (Mark mark : expected) {
            assertThat(reported)
                    .filteredOn(found -> found.withoutWords().equals(mark.withoutWords()))
                    .extracting(found -> unwrapped(found.words()))
                    .as(mark.toString())
                    .anyMatch(words -> words.contains(mark.words()));
        }
        assertThat(messages.stream()
                        .filter(message -> message.file().isEmpty())
                        .map(message -> unwrapped(message.text()))
                        .collect(joining("\n")))
                .startsWith(nowhere)
                .matches(text -> text.isEmpty() == nowhere.isEmpty());
    }

    private static List<String> lines(List<Mark> marks) {
        return marks.stream()
                .map(Mark::withoutWords)
                .sorted(Mark.ORDER)
                .map(Mark::toString)
                .toList();
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\n *", " ");
    }
}
