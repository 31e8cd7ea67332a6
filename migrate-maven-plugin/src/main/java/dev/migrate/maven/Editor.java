package dev.migrate.maven;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;

/**
 * The editor that a user has chosen.
 *
 * @param command as the user wrote it, arguments included
 */
record Editor(String command) {

    /** The editor, where a person sits at a terminal and has named one. */
    static Optional<Editor> ofUser(MavenSession session) {
        return of(session.getSystemProperties(), session.getRequest().isInteractiveMode() && isTerminal());
    }

    static Optional<Editor> of(Properties system, boolean somebodyThere) {
        return Stream.of("EDITOR", "VISUAL")
                .map(variable -> system.getProperty("env." + variable, ""))
                .filter(command -> somebodyThere && !command.isBlank())
                .findFirst()
                .map(Editor::new);
    }

    /** From Java 22 on there is a console that is no terminal; only then can it be asked. Before, there is none. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true; // Java 17 to 21
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the console cannot be asked whether it is a terminal", e);
        }
    }

    /** Opens all files at once and waits. */
    void open(List<Path> files) {
        try {
            int status = new ShellCommand(command).on(files).inheritIO().start().waitFor();
            if (status != 0) {
                throw new MigrateException(Problem.of(
                                ProblemCode.FILE_FAILED, "the editor \"" + command + "\" ended with status " + status)
                        .next("correct EDITOR or VISUAL, or open the file by hand"));
            }
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_FAILED, "the editor \"" + command + "\" cannot be started: " + e)
                            .next("correct EDITOR or VISUAL, or open the file by hand"),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
