package dev.migrate.execute;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.time.Duration;

/** A pause in the middle of work that goes on where it stopped. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(
                    Problem.of(ProblemCode.STATEMENT_FAILED, "the run was interrupted in a pause between two batches")
                            .next("run the same again: it goes on behind the last batch"),
                    e);
        }
    }
}
