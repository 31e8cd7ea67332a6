package dev.migrate.maven.source;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders that hold a module's Java and Kotlin sources. */
final class SourceRoots {

    private final List<Path> roots;
    private final Charset charset;

    SourceRoots(List<Path> roots, Charset charset) {
        this.roots = roots.stream().filter(Files::isDirectory).distinct().toList();
        this.charset = charset;
    }

    /** The sources whose text holds one of the words, root by root, in the order of their paths. */
    List<SourceText> containing(String... words) {
        List<SourceText> found = new ArrayList<>();
        for (Path root : roots) {
            for (Path file : sourceFiles(root)) {
                byte[] bytes = read(file);
                // One character a byte: enough to look for an ASCII word, and cheap for the many files without it.
                String ascii = new String(bytes, StandardCharsets.ISO_8859_1);
                if (Arrays.stream(words).anyMatch(ascii::contains)) {
                    found.add(new SourceText(root, file, new String(bytes, charset)));
                }
            }
        }
        return found;
    }

    /** The source at a path below one of the roots, such as {@code com/acme/Ids.java}. */
    Optional<SourceText> at(String relativePath) {
        for (Path root : roots) {
            Path file = root.resolve(relativePath);
            if (Files.isRegularFile(file)) {
                return Optional.of(new SourceText(root, file, new String(read(file), charset)));
            }
        }
        return Optional.empty();
    }

    private static List<Path> sourceFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java") || SourceText.isKotlin(file))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw failed(root, e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static MigrateException failed(Path path, Exception e) {
        return new MigrateException(
                Problem.of(ProblemCode.FILE_FAILED, "cannot read the sources: " + e)
                        .at(path.toString()),
                e);
    }
}
