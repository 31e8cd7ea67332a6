package dev.migrate.maven;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what a goal found out, over what an earlier call wrote. */
final class ResultFile {

    private ResultFile() {}

    static boolean isJson(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /**
     * Prints a document as it is, whatever encoding the terminal has. Maven 4 puts a stream of its own in place of the
     * standard output, which logs each line with a prefix.
     */
    static void print(String text) {
        boolean logs = System.out.getClass().getName().startsWith("org.apache.maven.");
        // Never closed: it would be the process's own.
        PrintStream out = logs ? new PrintStream(new FileOutputStream(FileDescriptor.out)) : System.out;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /** Removes what an earlier call found out: whatever becomes of this one, it says nothing about it. */
    static void remove(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                Files.delete(file.toRealPath()); // not the link to it
            }
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(
                            ProblemCode.FILE_FAILED, "cannot remove the result of an earlier call, " + file + ": " + e),
                    e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_FAILED, "cannot write the result to " + file + ": " + e), e);
        }
    }
}
