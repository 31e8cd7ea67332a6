package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts beside the tests; {@code -Dgolden.update=true} rewrites them. */
final class Golden {

    private static final Path DIRECTORY = Path.of("src/test/resources/dev/migrate/processor");

    private Golden() {}

    static void compare(String name, String actual) throws IOException {
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
