package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a result may not go. */
@MojoTest
class OutputFileGoalTest extends GoalCase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "./src/../pom.xml",
                "src/main/java/app/R_a1.java",
                "src/main/migrate/revision.java.template",
                "own.template",
                "schema.sql",
                "own.properties",
                "link.json"
            })
    void whatTheBuildReadsStaysAsItIs(String name, @InjectMojo(goal = "heads") HeadsMojo mojo) throws IOException {
        revision("a1", "");
        Files.createDirectories(directory.resolve("src/main/migrate"));
        Files.writeString(directory.resolve("src/main/migrate/revision.java.template"), "");
        Files.writeString(directory.resolve("own.template"), "");
        Files.writeString(directory.resolve("pom.xml"), "");
        Files.writeString(directory.resolve("schema.sql"), "");
        Files.writeString(directory.resolve("own.properties"), "");
        Files.createSymbolicLink(directory.resolve("link.json"), Path.of("schema.sql"));
        String before = Files.readString(directory.resolve(name));
        fixture()
                .user("migrate.outputFile", name)
                .user("migrate.template", "own.template")
                .user("migrate.model", "sql: schema.sql")
                .user("migrate.configFile", "own.properties");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, mojo::execute);

        assertThat(refused).hasMessage("""
                [bad-parameter] the result cannot go to %s: it is what the build reads, and would be lost
                  where: user property migrate.outputFile
                  next:  name a file of its own, such as target/result.json""".formatted(name));
        assertThat(directory.resolve(name)).hasContent(before);
    }

    @Test
    @InjectMojo(goal = "heads")
    void aDirectoryIsRefusedBeforeAnythingIsDone(HeadsMojo mojo) throws IOException {
        revision("a1", "");
        Files.createDirectories(directory.resolve("target"));
        fixture().user("migrate.outputFile", "target");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, mojo::execute);

        assertThat(refused).hasMessageStartingWith("[bad-parameter] the result cannot go to target: it is a directory");
    }
}
