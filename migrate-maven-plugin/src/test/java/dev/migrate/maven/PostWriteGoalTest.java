package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@MojoTest
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostWriteGoalTest extends GoalCase {

    private static final String FILE = "app/R_AddUser.java";

    private void postWrite(String command) throws IOException {
        revision("a1", "");
        fixture()
                .user("message", "add user")
                .user("migrate.revId", "b2")
                .user("migrate.fileTemplate", "R_{Slug}")
                .user("migrate.postWrite", command);
    }

    @Test
    @InjectMojo(goal = "revision")
    void aCommandIsRunOnTheNewClassInTheDirectoryOfTheModule(RevisionMojo mojo) throws Exception {
        String command = "pwd > here.txt; sed -i.bak 's/final class/class/'";
        postWrite(command);

        mojo.execute();

        assertThat(lines())
                .containsExactly(
                        "info Generating " + file(FILE) + " ...  done",
                        "info revision b2 in app.R_AddUser, follows a1",
                        "info Running " + command + " ...  done",
                        "info next: fill in upgrade and downgrade, then  mvn migrate:upgrade");
        assertThat(directory.resolve(file(FILE))).content().contains("\npublic class R_AddUser ");
        assertThat(Path.of(Files.readString(directory.resolve("here.txt")).strip()))
                .isEqualTo(directory.toRealPath());
    }

    @Test
    @InjectMojo(goal = "merge")
    void mergesAreRunThroughItAsWell(MergeMojo mojo) throws Exception {
        postWrite("sed -i.bak 's/final class/class/'");
        revision("c3", "a1").revision("d4", "a1");

        mojo.execute();

        assertThat(directory.resolve(file(FILE))).content().contains("\npublic class R_AddUser ");
    }

    @Test
    @InjectMojo(goal = "revision")
    void whatACommandThatFailsSaidIsReportedAndTheFileStays(RevisionMojo mojo) throws Exception {
        postWrite("echo no such style; echo try another >&2; exit 3;");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        [post-write-failed] the command "echo no such style; echo try another >&2; exit 3;" ended with \
                        status 3 and said:
                          no such style
                          try another
                          where: user property migrate.postWrite
                          next:  the migration is written and stays; correct the command, and run it on the file by hand""");
        assertThat(directory.resolve(file(FILE))).exists();
        assertThat(lines()).contains("info revision b2 in app.R_AddUser, follows a1");
    }

    @Test
    @InjectMojo(goal = "revision")
    void aCommandThatSaysTooMuchIsCutToItsEnd(RevisionMojo mojo) throws Exception {
        postWrite("i=0; while [ $i -lt 100 ]; do i=$((i+1)); echo line $i; done; false");

        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("ended with status 1 and said, at its end:\n  line 61\n")
                .hasMessageContaining("\n  line 100\n");
    }

    @Test
    @InjectMojo(goal = "revision")
    void aCommandThatWaitsForAnAnswerGetsNone(RevisionMojo mojo) throws Exception {
        postWrite("read answer || exit 7;");

        assertThatThrownBy(mojo::execute).hasMessageContaining("ended with status 7 and said nothing\n");
    }

    @Test
    @InjectMojo(goal = "revision")
    void whatACommandSaysIsPrintedWhileItRuns(RevisionMojo mojo) throws Exception {
        postWrite("echo first; i=0; while [ ! -e seen ] && [ $i -lt 600 ]; do i=$((i+1)); sleep 0.1; done; ls seen; :");
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> {
            try {
                mojo.execute();
            } catch (Exception e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
        while (!call.isDone() && !lines().contains("info first")) {
            Thread.sleep(10);
        }
        Files.createFile(directory.resolve("seen"));

        call.get(60, TimeUnit.SECONDS);

        assertThat(lines()).containsSubsequence("info first", "info seen");
    }

    @Test
    @InjectMojo(goal = "revision")
    void aCommandThatDoesNotEndIsEndedWithAllThatItHasStarted(RevisionMojo mojo) throws Exception {
        postWrite("sleep 1000 & echo $! > child; echo waiting; wait;");
        fixture().user("migrate.postWriteTimeout", "2s");

        assertThatThrownBy(mojo::execute).hasMessage("""
                [post-write-failed] the command "sleep 1000 & echo $! > child; echo waiting; wait;" did not end within 2 s, \
                and was ended, with all that it had started; it said:
                  waiting
                  where: user property migrate.postWrite
                  next:  the migration is written and stays; give it longer with migrate.postWriteTimeout, or correct the \
                command, and run it on the file by hand""");
        assertThat(directory.resolve(file(FILE))).exists();
        ProcessHandle.of(child()).ifPresent(child -> child.onExit().join());
    }

    @Test
    @InjectMojo(goal = "revision")
    void aCommandThatNeverStopsTalkingIsEndedAsWell(RevisionMojo mojo) throws Exception {
        postWrite("yes;");
        fixture().user("migrate.postWriteTimeout", "1s");

        assertThatThrownBy(mojo::execute).hasMessageContaining("did not end within 1 s");
    }

    @Test
    @InjectMojo(goal = "revision")
    void whatACommandLeavesBehindIsNotWaitedFor(RevisionMojo mojo) throws Exception {
        postWrite("sleep 1000 & echo $! > child; :");
        try {
            mojo.execute();

            assertThat(lines()).contains("info Running sleep 1000 & echo $! > child; : ...  done");
        } finally {
            ProcessHandle.of(child()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private long child() throws IOException {
        return Long.parseLong(Files.readString(directory.resolve("child")).strip());
    }
}
