package dev.migrate.index;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/**
 * Where a class came from: what was compiled together lies in one place; in a jar of everything, what was not, too.
 *
 * @param path the directory or jar, where it is a file
 * @param name what messages call it
 */
record Place(Optional<Path> path, String name) {

    static Place of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return new Place(Optional.empty(), "class loader " + type.getClassLoader());
        }
        return new Place(pathOf(source.getLocation()), source.getLocation().toString());
    }

    static Optional<Path> pathOf(URL location) {
        try {
            URI uri = location.toURI();
            return "file".equals(uri.getScheme())
                    ? Optional.of(Path.of(uri).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty(); // not a file, then: an application server's own kind of address
        }
    }
}
