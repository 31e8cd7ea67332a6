package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.index.RevisionEntry;
import dev.migrate.processor.EditedProject.Edit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thirty edits, one after the other, each kind among them, each followed by an incremental compilation: every time the
 * index is that of a full compilation.
 */
@Execution(ExecutionMode.CONCURRENT)
class IncrementalSequencesTest {

    private static final int EDITS = 30;

    @TempDir
    Path directory;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("sequences", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withJavac(long seed) {
        everyIndexIsThatOfAFullCompilation(TestCompiler.JAVAC, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withEclipsesCompiler(long seed) {
        everyIndexIsThatOfAFullCompilation(TestCompiler.ECLIPSE, seed);
    }

    @Test
    void withJavac25() throws IOException {
        Optional<Path> home = ChildJavac.home(25);
        assumeTrue(home.isPresent(), "not run: no JDK 25 here (set JAVA_HOME_25)");
        try (ChildJavac jdk = new ChildJavac(home.orElseThrow())) {
            everyIndexIsThatOfAFullCompilation(jdk, 25);
        }
    }

    private void everyIndexIsThatOfAFullCompilation(TestCompiler compiler, long seed) {
        Random random = new Random(seed);
        Project project = new Project(directory.resolve("incremental"), compiler);
        EditedProject author = new EditedProject(project, random);
        assertThat(project.compile().messages()).isEmpty();
        List<Edit> edits = new ArrayList<>();
        while (edits.size() < EDITS) {
            edits.addAll(List.of(Edit.values()));
        }
        Collections.shuffle(edits.subList(0, EDITS), random);
        for (int number = 0; number < EDITS; number++) {
            String when = "after edit %d, %s, with seed %d".formatted(number, edits.get(number), seed);
            List<Path> changed = author.edit(edits.get(number));

            Project.Outcome outcome = project.compile(changed);

            assertThat(outcome.messages()).as(when).isEmpty();
            Project full = fullCompilation(project, compiler, number);
            assertThat(project.services()).as(when).isEqualTo(full.services());
            assertThat(project.load().entries()).as(when).isEqualTo(full.load().entries());
        }
        testsAreTheirOwn(project, compiler);
    }

    private Project fullCompilation(Project project, TestCompiler compiler, int number) {
        Project full = new Project(directory.resolve("full" + number), compiler);
        for (Path file : project.allSources()) {
            try {
                full.write(project.sources.relativize(file).toString(), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(full.compile().messages()).isEmpty();
        return full;
    }

    private void testsAreTheirOwn(Project main, TestCompiler compiler) {
        Project tests = new Project(directory.resolve("tests"), compiler).dependsOn(main);
        tests.revision("app.a.T1", "t1");

        Project.Outcome outcome = tests.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(tests.load().entries()).extracting(RevisionEntry::id).containsExactly("t1");
    }
}
