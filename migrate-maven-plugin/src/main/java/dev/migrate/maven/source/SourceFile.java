package dev.migrate.maven.source;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes new files, each whole or not at all, and never over another. */
public final class SourceFile {

    private SourceFile() {}

    /**
     * Whether a class of that name, in whatever case, is there already: some file systems cannot tell them apart.
     *
     * @param directory the package's folder, which need not exist
     * @param className a simple name
     * @return true when the name is taken
     */
    public static boolean isTaken(Path directory, String className) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().equalsIgnoreCase(className + ".java"));
        } catch (IOException e) {
            throw failed(directory, e);
        }
    }

    /**
     * Writes a new file and the folders above it.
     *
     * @param file where; it must not exist
     * @param text what
     * @param charset its encoding
     * @throws MigrateException {@code file-exists}, when it does; {@code file-failed}, when it cannot be written
     */
    public static void create(Path file, String text, Charset charset) {
        try {
            Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
            // No compiler looks at this name, so that a build that watches the folder never sees half a class.
            // Not a temporary file of the JDK's making: those can be read by nobody but their owner.
            Path draft = directory.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                Files.writeString(draft, text, charset, StandardOpenOption.CREATE_NEW);
                Files.move(draft, file); // refuses to replace
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_EXISTS, "there is already a file " + file)
                            .next("remove it, or choose another name"),
                    e);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static MigrateException failed(Path path, IOException e) {
        return new MigrateException(Problem.of(ProblemCode.FILE_FAILED, "cannot write " + path + ": " + e), e);
    }
}
