package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.testing.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two calls that would write into one module, in one process and in two. */
class SourceLockTest {

    @TempDir
    private Path target;

    private final List<String> lines = new ArrayList<>();

    private SourceLock lock(Duration timeout) {
        return new SourceLock(target, timeout, new RecordingLog(lines));
    }

    /** What another process does that writes. Its argument: the build directory. */
    static final class Writing {

        private Writing() {}

        public static void main(String[] arguments) {
            new SourceLock(Path.of(arguments[0]), Duration.ZERO, new RecordingLog(new ArrayList<>())).whileHeld(() -> {
                try {
                    ChildJvm.stopInTheMiddle();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return "";
            });
        }
    }

    @Test
    void anotherProcessThatWritesIsWaitedForAndThenTold() throws Exception {
        try (ChildJvm other = ChildJvm.start(Writing.class, target.toString())) {
            other.awaitTheMiddle();

            assertThatThrownBy(() -> lock(Duration.ofMillis(100)).whileHeld(() -> "written"))
                    .hasMessageContaining("[lock-held] another call is writing into the sources of this module");
        }
        assertThat(lines).containsExactly("info waiting: another call is writing into the sources of this module");
    }

    @Test
    void aProcessThatWasKilledIsWaitedForNoMore() throws Exception {
        try (ChildJvm other = ChildJvm.start(Writing.class, target.toString())) {
            other.awaitTheMiddle();
            other.kill();

            assertThat(lock(Duration.ZERO).whileHeld(() -> "written")).isEqualTo("written");
        }
    }

    @Test
    void anotherThreadThatWritesIsToldAsWell() {
        assertThatThrownBy(() ->
                        lock(Duration.ZERO).whileHeld(() -> lock(Duration.ZERO).whileHeld(() -> "written")))
                .hasMessageContaining("[lock-held]");
    }
}
