package dev.migrate.maven;

import dev.migrate.config.Resolved;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user has run on each new class: a formatter, say.
 *
 * @param command the command, and where it was given
 */
record PostWrite(Resolved<String> command) {

    private static final int LINES = 40;

    /**
     * Runs it, and waits for its end.
     *
     * @param file the class, its last argument
     * @param directory where it runs
     * @throws MigrateException {@code post-write-failed}, with what the command said; the class stays as it is
     */
    void run(Path file, Path directory) {
        try {
            Process process = new ShellCommand(command.value())
                    .on(List.of(file))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close(); // nobody is there to answer a question
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            int status = process.waitFor();
            if (status != 0) {
                throw failed("ended with status " + status + said(said), null);
            }
        } catch (IOException e) {
            throw failed("cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for, since the build was interrupted", e);
        }
    }

    private static String said(String output) {
        List<String> lines = output.stripTrailing().lines().toList();
        if (lines.isEmpty()) {
            return " and said nothing";
        }
        boolean cut = lines.size() > LINES;
        return " and said" + (cut ? ", at its end" : "") + ":\n"
                + String.join("\n", cut ? lines.subList(lines.size() - LINES, lines.size()) : lines);
    }

    private MigrateException failed(String how, @Nullable Exception cause) {
        Problem problem = Problem.of(ProblemCode.POST_WRITE_FAILED, "the command \"" + command.value() + "\" " + how)
                .at(command.place())
                .next("the migration is written and stays; correct the command, and run it on the file by hand");
        return cause == null ? new MigrateException(problem) : new MigrateException(problem, cause);
    }
}
