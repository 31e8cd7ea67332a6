package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.index.IndexedHistory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A module with very many revisions: 10,000 in the profile "long". The compiler gets the 512 MB of heap that a JVM takes
 * by default on a machine of 2 GB.
 */
class ManyRevisionsTest {

    private static final int REVISIONS = Integer.getInteger("revisions", 2_000);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void compileAndLoadFromSoManyPackages(int packages) throws IOException {
        try (ChildJavac javac = new ChildJavac(Path.of(System.getProperty("java.home")), "-Xmx512m")) {
            Project project = new Project(directory, javac);
            for (int i = 0; i < REVISIONS; i++) {
                project.revision(
                        nameOf(i, packages),
                        "r%05d".formatted(i),
                        i == 0 ? "message = \"the first\"" : "downRevision = \"r%05d\"".formatted(i - 1));
            }

            Project.Outcome outcome = project.compile();

            assertThat(outcome.messages()).isEmpty();
            assertThat(project.services()).hasSize(packages);
            IndexedHistory history = project.load();
            assertThat(history.entries()).hasSize(REVISIONS);
            assertThat(history.instantiate("r%05d".formatted(REVISIONS - 1)).getClass().getName())
                    .isEqualTo(nameOf(REVISIONS - 1, packages));
        }
    }

    private static String nameOf(int number, int packages) {
        return "app.p%02d.R%05d".formatted(number % packages, number);
    }
}
