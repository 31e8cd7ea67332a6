package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitRemovalTest {

    private final List<String> done = new ArrayList<>();
    private final ExitRemoval exit = new ExitRemoval();

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
}
