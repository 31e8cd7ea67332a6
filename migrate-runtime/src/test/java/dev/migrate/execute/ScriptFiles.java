package dev.migrate.execute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Scripts on the class path of the tests, which a test may change. */
final class ScriptFiles {

    private static final AtomicInteger DIRECTORIES = new AtomicInteger();

    private final String directory = "scripts/" + ProcessHandle.current().pid() + "-" + DIRECTORIES.incrementAndGet();

    /** Writes a script, and gives its path on the class path. */
    String write(String name, String text) {
        String path = directory + "/" + name;
        try {
            Path root = Path.of(ScriptFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return path;
    }

    String path(String name) {
        return directory + "/" + name;
    }
}
