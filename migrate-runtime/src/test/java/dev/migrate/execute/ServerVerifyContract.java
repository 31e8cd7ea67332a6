package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.testing.Account;
import dev.migrate.testing.ChildJvm;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What becomes of a scratch on a server, where it outlives the process that made it. */
abstract class ServerVerifyContract extends VerifyContract {

    private static final TestHistory NOTHING_TO_DO = TestHistory.history();

    /** The real database. */
    abstract String url();

    abstract Account account();

    /** What a verification warns of that another account runs, which may make databases, too. */
    abstract List<String> warningsOfAnotherAccount() throws SQLException;

    /** Ends, on the server, the session of the account that is the oldest in or beside a scratch. */
    abstract void loseTheSessionThatMadeTheScratch() throws SQLException;

    @Override
    final ScratchPlace place() {
        return place(url(), account());
    }

    private static ScratchPlace place(String url, Account account) {
        return new ScratchPlace(
                url, other -> DriverManager.getConnection(other, account.username(), account.password()));
    }

    /** What a verification warns of. */
    final List<String> warnings(TestHistory history) {
        return warnings(history, real(), place());
    }

    /** What a verification of no revisions warns of, elsewhere. */
    static List<String> warnings(DataSource database, String url, Account account) {
        return warnings(NOTHING_TO_DO, database, place(url, account));
    }

    private static List<String> warnings(TestHistory history, DataSource database, ScratchPlace place) {
        List<String> warnings = new ArrayList<>();
        RunListener listener = event -> {
            if (event instanceof RunEvent.Warning warning) {
                warnings.add(warning.problem().text());
            }
        };
        migrator(history, database, config().listener(listener)).verify(place, Optional.empty(), DiffPolicy.USUAL);
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

    @Test
    void aRunThatHasLostTheSessionWhichMadeItsScratchKeepsThatFromOtherAccounts() throws Exception {
        try (ChildJvm child = verifying()) {
            child.awaitTheMiddle();
            List<String> scratch = traces();
            loseTheSessionThatMadeTheScratch();

            assertThat(warningsOfAnotherAccount()).isEmpty();
            assertThat(traces()).isEqualTo(scratch).hasSize(1);

            assertThat(child.terminate()).doesNotContain("scratch-left");
        }

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
