package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.ReflectionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a result may not go, and what becomes of an earlier one. */
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

    @Test
    @InjectMojo(goal = "heads")
    void whatAnotherModuleOfTheBuildReadsStaysAsWell(HeadsMojo mojo) throws IOException {
        MavenProject second = GoalFixture.project(directory.resolve("other"), new Model(), "billing");
        fixture().session.setProjects(List.of(fixture().project, second));
        Path source = directory.resolve("other/src/main/java/app/User.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class User {}");
        fixture().user("migrate.outputFile", source.toString());

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, mojo::execute);

        assertThat(refused).hasMessageEndingWith("next:  name a file of its own, such as target/result.json");
        assertThat(source).hasContent("class User {}");
    }

    // ---- what an earlier call left there

    @ParameterizedTest
    @CsvSource({
        "migrate.environment, nowhere, bad-parameter",
        "migrate.configFile, none.properties, file-failed",
        "migrate.skip, perhaps, bad-parameter",
        "migrate.dryRun, true, unsupported",
        "migrate.history, other, unknown-history",
        "migrate.verbose, perhaps, bad-parameter"
    })
    void anEarlierResultDoesNotOutliveABadSetting(
            String setting, String value, String code, @InjectMojo(goal = "current") CurrentMojo mojo)
            throws IOException {
        revision("a1", "");
        compiled("app/R_a1.java", Files.readString(directory.resolve(file("app/R_a1.java"))));
        fixture().pom("migrate.url", "jdbc:h2:mem:bad");

        refusedWithEarlierResult(fixture().user(setting, value), mojo, code);
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void norClassesThatAreStale(UpgradeMojo mojo) throws IOException {
        Reactor.of(fixture().session).wrote(fixture().project, "app.R_a1");

        refusedWithEarlierResult(fixture(), mojo, "stale-classes");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void norAModuleWithoutMigrations(UpgradeMojo mojo) throws IOException {
        refusedWithEarlierResult(fixture(), mojo, "no-migrations");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void norAHistoryThatHasAFileOfItsOwn(UpgradeMojo mojo) throws IOException {
        fixture().source("app/package-info.java", "@dev.migrate.MigrationHistory(name = \"shop\")\npackage app;\n");
        revision("a1", "");
        compiled("app/package-info.java", Files.readString(directory.resolve(file("app/package-info.java"))));
        compiled("app/R_a1.java", Files.readString(directory.resolve(file("app/R_a1.java"))));
        Files.writeString(directory.resolve("shop.json"), "earlier");

        refusedWithEarlierResult(fixture().pom("migrate.shop.outputFile", "shop.json"), mojo, "no-url");

        assertThat(directory.resolve("shop.json")).doesNotExist();
    }

    private void refusedWithEarlierResult(GoalFixture fixture, AbstractMigrateMojo mojo, String code)
            throws IOException {
        Files.writeString(directory.resolve("result.json"), "earlier");
        fixture.user("migrate.outputFile", "result.json");

        assertThat(catchThrowableOfType(MojoFailureException.class, mojo::execute))
                .hasMessageStartingWith("[" + code + "]");
        assertThat(directory.resolve("result.json")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "heads")
    void aGoalThatIsSkippedLeavesAllAsItIs(HeadsMojo mojo) throws Exception {
        Files.writeString(directory.resolve("result.json"), "earlier");
        fixture().user("migrate.outputFile", "result.json").user("migrate.skip", "true");

        mojo.execute();

        assertThat(directory.resolve("result.json")).hasContent("earlier");
    }

    @Test
    @InjectMojo(goal = "heads")
    void aModuleWithoutMigrationsLeavesWhatAnotherOneFoundInTheSameCall(HeadsMojo mojo) throws Exception {
        revision("a1", "");
        MavenProject second = GoalFixture.project(directory.resolve("other"), new Model(), "billing");
        fixture().session.setProjects(List.of(fixture().project, second));
        Path result = directory.resolve("result.txt");
        fixture().user("migrate.outputFile", result.toString());

        mojo.execute();
        ReflectionUtils.setVariableValueInObject(mojo, "project", second);
        mojo.execute();

        assertThat(lines()).endsWith("info no migrations in this module");
        assertThat(result).hasContent("a1 (head)");
    }
}
