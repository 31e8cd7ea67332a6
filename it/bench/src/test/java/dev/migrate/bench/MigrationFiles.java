package dev.migrate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory of files that another program reads, until it is closed.
 *
 * @param directory where it is
 */
record MigrationFiles(Path directory) implements AutoCloseable {

    static MigrationFiles create(String name) throws IOException {
        return new MigrationFiles(Files.createTempDirectory(Files.createDirectories(Path.of("target")), name));
    }

    void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
