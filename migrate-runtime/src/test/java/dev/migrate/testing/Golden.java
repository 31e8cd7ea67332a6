package dev.migrate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected text in a file beside the test's other resources; {@code -Dgolden.update=true} rewrites it. */
public final class Golden {

    private final Path file;

    private Golden(Path file) {
        this.file = file;
    }

    /** The file of that name in the package of the test, under {@code src/test/resources} of the module. */
    public static Golden of(Class<?> test, String name) {
        return new Golden(Path.of("src/test/resources", test.getPackageName().replace('.', '/'), name));
    }

    /** Compares the whole text, or rewrites the file. */
    public void matches(String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
