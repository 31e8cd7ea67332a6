package dev.migrate.processor;

import dev.migrate.index.RevisionIndexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The runtime as an automatic module: a directory cannot be one. */
final class RuntimeJar {

    private RuntimeJar() {}

    static Path writtenTo(Path directory) throws IOException {
        Path classes = Path.of(RevisionIndexes.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Automatic-Module-Name"), "dev.migrate.runtime");
        Path jar = directory.resolve("migrate-runtime.jar");
        if (Files.isRegularFile(classes)) {
            return Files.copy(classes, jar);
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.endsWith("META-INF/MANIFEST.MF"))
                    .toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
