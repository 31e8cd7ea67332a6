package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.testing.Account;
import dev.migrate.testing.ChildJvm;
import java.io.IOException;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a scratch on a server, where it outlives the process that made it. */
abstract class ServerVerifyContract extends VerifyContract {

    private static final TestHistory NOTHING_TO_DO = TestHistory.history();

    /** The real database. */
    abstract String url();

    abstract Account account();

    @Override
    final ScratchPlace place() {
        Account account = account();
        return new ScratchPlace(url(), url -> DriverManager.getConnection(url, account.username(), account.password()));
    }

    /** What a verification warns of. */
    final List<String> warnings(TestHistory history) {
        List<String> warnings = new ArrayList<>();
        RunListener listener = event -> {
            if (event instanceof RunEvent.Warning warning) {
                warnings.add(warning.problem().text());
            }
        };
        migrator(history, real(), config().listener(listener)).verify(place(), Optional.empty(), DiffPolicy.USUAL);
        return warnings;
    }

    @Test
    void aVerificationThatIsToldToEndInTheMiddleOfATransactionRemovesItsScratch() throws Exception {
        try (ChildJvm child = verifying()) {
            child.awaitTheMiddle();
            assertThat(traces()).hasSize(1);

            assertThat(child.terminate()).doesNotContain("scratch-left");
        }

        assertThat(traces()).isEmpty();
    }

    @Test
    void whatAKilledVerificationHasLeftTheNextOneRemovesAndNoneBeforeThat() throws Exception {
        List<String> scratch;
        try (ChildJvm child = verifying()) {
            child.awaitTheMiddle();
            scratch = traces();
            assertThat(warnings(NOTHING_TO_DO)).isEmpty();
            assertThat(traces()).isEqualTo(scratch).hasSize(1);

            child.kill();
        }

        assertThat(warningsOnceItsSessionsAreGone())
                .containsExactly("[scratch-left] removed from this server what runs that were cut off had left: "
                        + scratch.get(0));
        assertThat(traces()).isEmpty();
    }

    private List<String> warningsOnceItsSessionsAreGone() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<String> warnings = warnings(NOTHING_TO_DO);
        while (warnings.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
            warnings = warnings(NOTHING_TO_DO);
        }
        return warnings;
    }

    private ChildJvm verifying() throws IOException {
        return ChildJvm.start(
                VerifyingChild.class, url(), account().username(), account().password());
    }
}
