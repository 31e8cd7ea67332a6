package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals that a build has bound to a phase. */
@MojoTest
class BoundForkTest {

    @TempDir
    Path directory;

    private GoalFixture fixture;

    @Provides
    MavenProject project() {
        if (fixture == null) {
            fixture = new GoalFixture(directory);
        }
        return fixture.project;
    }

    @Provides
    MavenSession session() {
        project();
        return fixture.session;
    }

    @Provides
    Log log() {
        project();
        return fixture.log();
    }

    @Provides
    MojoExecution execution() {
        return GoalFixture.execution("upgrade", MojoExecution.Source.LIFECYCLE);
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void aForkingGoalThatIsBoundIsWarnedAboutWithItsTwin(UpgradeMojo mojo) throws Exception {
        mojo.execute();

        assertThat(fixture.lines).containsExactly("""
                        warn [bound-fork] migrate:upgrade is bound to a phase; it runs the build up to process-classes a second time
                          where: execution default-cli of migrate-maven-plugin
                          next:  bind migrate:upgrade-no-fork""", "info no migrations in this module");
    }
}
