package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.testing.ChildJvm;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;

/** Two calls that write into the sources of one module at once. */
@MojoTest
class TwoCallsGoalTest extends GoalCase {

    /** Calls the goal while another process writes the revision b2. */
    private CompletableFuture<Void> duringAnother(Mojo mojo) throws Exception {
        try (ChildJvm other = ChildJvm.start(
                SourceLockTest.Writing.class, directory.resolve("target").toString())) {
            other.awaitTheMiddle();
            CompletableFuture<Void> call = CompletableFuture.runAsync(() -> {
                try {
                    mojo.execute();
                } catch (Exception e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            });
            while (!call.isDone()
                    && !lines().contains("info waiting: another call is writing into the sources of this module")) {
                Thread.sleep(10);
            }
            revision("b2", "a1");
            other.goOn();
            return call;
        }
    }

    @Test
    @InjectMojo(goal = "revision")
    void aRevisionFollowsWhatAnotherCallWroteMeanwhile(RevisionMojo mojo) throws Exception {
        revision("a1", "").fixture().user("message", "add user").user("migrate.revId", "c3");

        duringAnother(mojo).get(60, TimeUnit.SECONDS);

        assertThat(lines()).anyMatch(line -> line.endsWith("_AddUser, follows b2"));
    }

    @Test
    @InjectMojo(goal = "revision")
    void aParentThatWasNamedAndHasASuccessorMeanwhileIsRefused(RevisionMojo mojo) throws Exception {
        revision("a1", "")
                .fixture()
                .user("message", "add user")
                .user("migrate.revId", "c3")
                .user("migrate.head", "a1");

        CompletableFuture<Void> call = duringAnother(mojo);

        assertThatThrownBy(() -> call.get(60, TimeUnit.SECONDS)).hasMessageContaining("[not-a-head]");
    }
}
