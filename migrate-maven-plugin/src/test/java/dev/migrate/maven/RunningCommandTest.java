package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunningCommandTest {

    @TempDir
    Path directory;

    private final List<String> heard = new ArrayList<>();

    private RunningCommand start(String command) throws IOException {
        return RunningCommand.start(new ProcessBuilder("sh", "-c", command).directory(directory.toFile()), 40);
    }

    @Test
    void aCommandSaysNoMoreThanIsListenedTo() throws Exception {
        try (RunningCommand command = start("yes | head -n 5000000; touch said")) {
            TimeUnit.SECONDS.sleep(3);

            assertThat(directory.resolve("said")).doesNotExist();
            assertThat(command.lastLines()).isEmpty();
        }
    }

    @Test
    void whatIsListenedToIsHeardToItsEnd() throws Exception {
        try (RunningCommand command = start("yes | head -n 50000; echo end")) {
            assertThat(command.awaitEnd(Duration.ofSeconds(50), heard::add)).isTrue();
        }

        assertThat(heard).hasSize(50_001).endsWith("end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 40", "timeout 40 yes", "timeout 40 sh -c 'while echo tick; do sleep 0.1; done'"})
    void whatItLeftBehindIsNotListenedToForLong(String behind) throws Exception {
        long start = System.nanoTime();
        try (RunningCommand command = start("echo mine; " + behind + " & sleep 1; exit 3")) {
            assertThat(command.awaitEnd(Duration.ofSeconds(30), heard::add)).isTrue();

            assertThat(command.status()).isEqualTo(3);
        }

        assertThat(heard).startsWith("mine");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aLineWithoutEndComesInPieces() throws Exception {
        try (RunningCommand command = start("head -c 20000 /dev/zero | tr '\\0' x")) {
            assertThat(command.awaitEnd(Duration.ofSeconds(50), heard::add)).isTrue();
        }

        assertThat(heard).extracting(String::length).containsExactly(8_000, 8_000, 4_000);
    }

    @Test
    void linesEndAsOnAnySystem() throws Exception {
        try (RunningCommand command = start("printf 'one\\r\\ntwo\\rthree\\n\\nfour'")) {
            assertThat(command.awaitEnd(Duration.ofSeconds(50), heard::add)).isTrue();
        }

        assertThat(heard).containsExactly("one", "two", "three", "", "four");
    }
}
