package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Setting;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private final String readme = Files.readString(Path.of("../README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void everyCodeIsInTheTableOfErrors() {
        List<String> missing = Arrays.stream(ProblemCode.values())
                .map(ProblemCode::code)
                .filter(code -> !names(code))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void everySettingIsDescribed() {
        List<String> missing = Catalogue.all().stream()
                .map(Setting::name)
                .filter(name -> !names(name))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void everyGoalIsDescribed() throws IOException {
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));

        List<String> missing = Pattern.compile("<goal>([a-z-]+)</goal>")
                .matcher(descriptor)
                .results()
                .map(result -> result.group(1))
                .filter(goal -> !names("migrate:" + goal.replace("-no-fork", "")))
                .distinct()
                .toList();

        assertThat(missing).isEmpty();
    }

    /** Whether it stands alone between backquotes. */
    private boolean names(String word) {
        return readme.contains("`" + word + "`");
    }
}
