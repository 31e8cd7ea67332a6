package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What m2e reads from the plugin's jar: a goal that is missing there is an error in the editor of each project that binds it. */
class EclipseMetadataTest {

    private static final Path CLASSES = Path.of("target/classes/META-INF");

    @Test
    void everyGoalIsIgnoredWhileSomebodyTypes() throws IOException {
        Set<String> goals = goals(CLASSES.resolve("maven/plugin.xml"));

        assertThat(goals(CLASSES.resolve("m2e/lifecycle-mapping-metadata.xml"))).isEqualTo(goals);
    }

    private static Set<String> goals(Path file) throws IOException {
        Set<String> goals = new TreeSet<>();
        try (Stream<MatchResult> found =
                Pattern.compile("<goal>([a-z-]+)</goal>").matcher(Files.readString(file)).results()) {
            found.forEach(goal -> goals.add(goal.group(1)));
        }
        return goals;
    }
}
