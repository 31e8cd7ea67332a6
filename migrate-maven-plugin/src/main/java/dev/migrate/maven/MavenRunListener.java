package dev.migrate.maven;

import dev.migrate.execute.RunEvent;
import dev.migrate.execute.RunListener;
import dev.migrate.execute.StepInfo;
import dev.migrate.report.BackfillReport;
import java.time.Duration;
import org.apache.maven.plugin.logging.Log;

/** Tells a run in Maven's log: a line a step, the SQL for {@code -X} only. */
final class MavenRunListener implements RunListener {

    private final Log log;
    private String place = "";

    MavenRunListener(Log log) {
        this.log = log;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Connected connected) {
            log.debug("connected to " + connected.database().product() + " "
                    + connected.database().version() + ", version table "
                    + connected.database().schema() + "." + connected.database().versionTable());
        } else if (event instanceof RunEvent.WaitingForLock waiting) {
            log.info("waiting for the lock"
                    + waiting.holder().map(holder -> ", held by " + holder).orElse("") + " ("
                    + seconds(waiting.waited()) + " of " + seconds(waiting.limit()) + ")");
        } else if (event instanceof RunEvent.Planned planned) {
            int steps = planned.steps().size();
            log.info(steps + (steps == 1 ? " revision" : " revisions") + " to "
                    + (planned.steps().get(0).upgrade() ? "apply" : "undo"));
        } else if (event instanceof RunEvent.StepStarted started) {
            place = "[" + started.number() + "/" + started.of() + "] ";
            String words = place + text(started.step());
            if (started.resumed()) {
                log.info(words + " goes on where an earlier run stopped");
            } else {
                log.debug(words + " begins");
            }
        } else if (event instanceof RunEvent.StatementStarted statement) {
            log.debug("statement " + statement.number() + " of " + statement.of() + ": " + statement.text());
        } else if (event instanceof RunEvent.Decided decided) {
            log.info(place + decided.operation() + ": " + decided.outcome());
        } else if (event instanceof RunEvent.StepFinished finished) {
            log.info(place + text(finished.step()) + " (" + finished.millis() + " ms)");
        } else if (event instanceof RunEvent.Progress progress) {
            log.info(progress.message());
        } else if (event instanceof RunEvent.Backfilling backfilling) {
            log.info(place + BackfillReport.text(backfilling));
        } else if (event instanceof RunEvent.Warning warning) {
            log.warn(warning.problem().text());
        } else {
            throw new IllegalArgumentException("an event without words: " + event);
        }
    }

    private static String text(StepInfo step) {
        String message = step.message().strip().lines().findFirst().orElse("");
        return step.arrow() + (message.isEmpty() ? "" : ", " + message);
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
