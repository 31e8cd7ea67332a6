package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.maven.source.RevisionSources;
import dev.migrate.problem.MigrateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshClassesTest {

    @TempDir
    Path directory;

    @BeforeEach
    void compiled() throws IOException {
        file("src/main/java/app/User.java", 1);
        file("target/classes/app/User.class", 2);
    }

    @Test
    void classesThatAreNewerThanTheirSourcesAreFresh() {
        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"User.java", "Team.kt"})
    void aSourceThatIsNewerMakesThemStale(String source) throws IOException {
        file("src/main/java/app/" + source, 3);

        assertThatThrownBy(this::require).isInstanceOf(MigrateException.class).hasMessage("""
                [stale-classes] the project's classes are older than %s
                  where: target/classes
                  next:  mvn process-classes migrate:revision -Dautogenerate …""".formatted(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {".User.java.swp", "User.java~", ".#User.java", ".DS_Store", "notes.txt"})
    void whatNoCompilerReadsIsNoSource(String other) throws IOException {
        file("src/main/java/app/" + other, 3);

        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package app;\n",
                "/** What {@link User} is in. */\npackage app;\n",
                "// @Deprecated\n/* @Deprecated\n */ package app;\n"
            })
    void aPackageThatIsOnlyDescribedHasNoClass(String text) throws IOException {
        file("src/main/java/app/package-info.java", 3, text);

        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @Test
    void aPackageThatIsAnnotatedHasOne() throws IOException {
        file("src/main/java/app/package-info.java", 3, "/* Filters. */\n@FilterDef(name = \"a\") package app;\n");

        assertThatThrownBy(this::require).hasMessageStartingWith("[stale-classes] ");
    }

    private void require() {
        FreshClasses.require(
                new GoalFixture(directory).project,
                RevisionSources.read(List.of(directory.resolve("src/main/java")), StandardCharsets.UTF_8));
    }

    private void file(String name, int minute) throws IOException {
        file(name, minute, "");
    }

    private void file(String name, int minute, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(60L * minute)));
    }
}
