package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * What a user has run on each new class: a formatter, say.
 *
 * @param command the command, and where it was given
 * @param timeout how long it may take
 * @param log told what the command says, while it says it
 */
record PostWrite(Resolved<String> command, Duration timeout, Log log) {

    private static final int LINES = 40;

    /**
     * Runs it, and waits for its end.
     *
     * @param file the class, its last argument
     * @param directory where it runs
     * @throws MigrateException {@code post-write-failed}, with what the command said; the class stays as it is
     */
    void run(Path file, Path directory) {
        try (RunningCommand running = RunningCommand.start(
                new ShellCommand(command.value()).on(List.of(file)).directory(directory.toFile()), LINES)) {
            if (!running.awaitEnd(timeout, log::info)) {
                throw failed(
                        "did not end within " + timeout.toSeconds()
                                + " s, and was ended, with all that it had started; it" + said(running),
                        "give it longer with " + Catalogue.POST_WRITE_TIMEOUT.property() + ", or",
                        null);
            }
            if (running.status() != 0) {
                throw failed("ended with status " + running.status() + " and" + said(running), "", null);
            }
        } catch (IOException e) {
            throw failed("cannot be run: " + e.getMessage(), "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for, since the build was interrupted", "", e);
        }
    }

    private static String said(RunningCommand running) {
        List<String> lines = running.lastLines();
        if (lines.isEmpty()) {
            return " said nothing";
        }
        return " said" + (running.saidMore() ? ", at its end" : "") + ":\n" + String.join("\n", lines);
    }

    private MigrateException failed(String how, String first, @Nullable Exception cause) {
        Problem problem = Problem.of(ProblemCode.POST_WRITE_FAILED, "the command \"" + command.value() + "\" " + how)
                .at(command.place())
                .next("the migration is written and stays; " + (first.isEmpty() ? "" : first + " ")
                        + "correct the command, and run it on the file by hand");
        return cause == null ? new MigrateException(problem) : new MigrateException(problem, cause);
    }
}
