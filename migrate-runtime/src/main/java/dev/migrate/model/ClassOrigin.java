package dev.migrate.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Where a class comes from.
 *
 * @param place the name of its jar, or the class itself where it is in a directory
 * @param version the version that the jar's manifest says
 */
record ClassOrigin(String place, Optional<String> version) {

    /** Looks for the class without loading it. */
    static Optional<ClassOrigin> of(String className, ClassLoader loader) {
        return Optional.ofNullable(loader.getResource(className.replace('.', '/') + ".class"))
                .map(url -> read(className, url));
    }

    private static ClassOrigin read(String className, URL url) {
        try {
            if (!(url.openConnection() instanceof JarURLConnection jar)) {
                return new ClassOrigin("class " + className, Optional.empty());
            }
            jar.setUseCaches(false); // the loader may be closed long before the cache is
            String path = jar.getJarFileURL().getPath();
            try (var file = jar.getJarFile()) {
                return new ClassOrigin(
                        path.substring(path.lastIndexOf('/') + 1),
                        Optional.ofNullable(file.getManifest()).flatMap(ClassOrigin::version));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of " + className + " cannot be read", e);
        }
    }

    private static Optional<String> version(Manifest manifest) {
        Attributes said = manifest.getMainAttributes();
        return Stream.of("Implementation-Version", "Bundle-Version", "Specification-Version")
                .flatMap(name -> Optional.ofNullable(said.getValue(name)).stream())
                .findFirst();
    }

    /** A product with its version, where that is known. */
    String withVersion(String product) {
        return version.map(number -> product + " " + number).orElse(product);
    }
}
