package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExitRemovalTest {

    private final List<String> done = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final ExitRemoval exit = exit(true);

    private ExitRemoval exit(boolean isNeeded) {
        return new ExitRemoval(
                isNeeded,
                why -> ScratchLeftovers.stays("database x", "DROP DATABASE x", why),
                problem -> told.add(problem.text()),
                Duration.ofMillis(50));
    }

    @Test
    void theJvmForgetsWhatWasRemoved() throws SQLException {
        exit.make(() -> done.add("made"), () -> done.add("removed at the exit"));
        exit.remove(() -> done.add("removed"));

        assertThat(exit.forget()).isFalse();
        assertThat(done).containsExactly("made", "removed");
    }

    @Test
    void theJvmForgetsWhatCannotBeRemovedEither() throws SQLException {
        exit.make(() -> done.add("made"), () -> done.add("removed at the exit"));

        assertThatThrownBy(() -> exit.remove(() -> {
                    throw new SQLException("no");
                }))
                .hasMessage("no");

        assertThat(exit.forget()).isFalse();
    }

    @Test
    void theJvmKnowsOfWhatWasMadeEvenInPart() {
        assertThatThrownBy(() -> exit.make(
                        () -> {
                            throw new SQLException("no");
                        },
                        () -> done.add("removed at the exit")))
                .hasMessage("no");

        assertThat(exit.forget()).isTrue();
    }

    @Test
    void theJvmNeedNotKnowOfWhatEndsWithItsServer() throws SQLException {
        ExitRemoval vanishing = exit(false);
        vanishing.make(() -> done.add("made"), () -> done.add("removed at the exit"));

        assertThat(vanishing.forget()).isFalse();
        vanishing.remove(() -> done.add("removed"));
        assertThat(done).containsExactly("made", "removed");
    }

    @Test
    void whatIsRemovedAtTheExitIsNotTold() {
        exit.removeInTime(() -> done.add("removed at the exit"));

        assertThat(done).containsExactly("removed at the exit");
        assertThat(told).isEmpty();
    }

    @Test
    void whatTheServerRefusesAtTheExitIsTold() {
        exit.removeInTime(() -> {
            throw new SQLException("no");
        });

        assertThat(told).containsExactly("""
                [scratch-left] the run ends, and what it had made to try something may be left: database x cannot be removed: no
                  next:  DROP DATABASE x""");
    }

    @Test
    void theExitDoesNotWaitForAServerThatDoesNotAnswer() {
        CountDownLatch answer = new CountDownLatch(1);

        exit.removeInTime(() -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
        });
        answer.countDown();

        assertThat(told).singleElement().asString().contains("cannot be removed: there was no answer in time");
    }
}
