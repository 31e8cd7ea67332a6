package dev.migrate.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders for data that is thrown away, in memory where the machine has room for that: most of the time of a small change
 * of a table on a disk is waiting for the disk.
 */
public final class MemoryFolders {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "migrate-test-";
    private static final long ROOM = 2L << 30;
    private static final Path HOME = home();

    private MemoryFolders() {}

    /** A new folder; whoever asks for it deletes it. */
    public static Path create() throws IOException {
        return Files.createTempDirectory(HOME, PREFIX + ProcessHandle.current().pid() + "-");
    }

    /** Deletes a folder and all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file); // a server may still be tidying up itself
            }
        }
    }

    private static Path home() {
        try {
            if (!Files.isWritable(MEMORY) || Files.getFileStore(MEMORY).getUsableSpace() < ROOM) {
                return Path.of(System.getProperty("java.io.tmpdir"));
            }
            deleteWhatKilledRunsLeft();
            return MEMORY;
        } catch (IOException e) {
            return Path.of(System.getProperty("java.io.tmpdir"));
        }
    }

    private static void deleteWhatKilledRunsLeft() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(MEMORY)) {
            folders = all.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path folder : folders) {
            String pid =
                    folder.getFileName().toString().substring(PREFIX.length()).replaceFirst("-.*", "");
            if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                delete(folder);
            }
        }
    }
}
