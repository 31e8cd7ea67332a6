package dev.migrate.maven.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one server lives, and who may enter it.
 *
 * @param programs the unpacked programs; they stay, so that the next start is quicker
 * @param run a folder of this run, which nobody else may look into; it goes
 * @param password the password of the server's only account: whoever has an account on this machine can reach its port
 * @param schemas what has to be there
 */
record ServerPlace(Path programs, Path run, String password, List<String> schemas) {

    private static final int PASSWORD_BYTES = 16;

    static ServerPlace under(Path buildDirectory, EmbeddedDatabase database, List<String> schemas) throws IOException {
        Path folder = buildDirectory
                .resolve("migrate-embedded")
                .resolve(database.dialect())
                .toAbsolutePath();
        Path programs = Files.createDirectories(folder.resolve("programs"));
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return new ServerPlace(
                programs,
                Files.createTempDirectory(folder, "run-"),
                HexFormat.of().formatHex(random),
                List.copyOf(schemas));
    }

    /** Removes what is of this run only. */
    void clear() throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof NoSuchFileException)) { // a server that ends tidies up itself
                throw e.getCause();
            }
            clear();
        } catch (NoSuchFileException e) {
            if (Files.exists(run)) {
                clear();
            }
        }
    }

    /** It holds a password. */
    @Override
    public String toString() {
        return "ServerPlace[" + run + "]";
    }
}
