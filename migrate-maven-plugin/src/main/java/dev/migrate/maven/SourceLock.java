package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two calls from writing into the sources of one module at the same time, each by what it read before the other.
 * It is held while a class is written, not while a database is compared; the system frees it when its process ends.
 *
 * <p>It lies among what a build makes, and not among sources or where accounts differ. A {@code mvn clean} that takes it
 * away in that moment lets a third call in. Then two classes may follow the same revision, which the next goal tells;
 * neither replaces the other.
 */
final class SourceLock {

    private static final long PAUSE_MILLIS = 20;

    private final Path file;
    private final Duration timeout;
    private final Log log;

    /**
     * A lock that nobody has taken.
     *
     * @param buildDirectory the module's own, which need not exist. A file stays there: who removed it would take it from
     *     under the next one
     * @param timeout how long to wait; zero tries once
     * @param log told once that it waits
     */
    SourceLock(Path buildDirectory, Duration timeout, Log log) {
        file = buildDirectory.resolve("migrate/sources.lock");
        this.timeout = timeout;
        this.log = log;
    }

    /**
     * Does something while it is held, waiting while another call holds it.
     *
     * @throws MigrateException {@code lock-held}, when the timeout has passed; {@code file-failed}, when there can be no
     *     lock; whatever the work throws
     */
    <T> T whileHeld(Supplier<T> work) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                await(channel);
                return work.get();
            }
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(
                            ProblemCode.FILE_FAILED,
                            "cannot keep others from writing into the sources at the same time, by a lock on " + file
                                    + ": " + e),
                    e);
        }
    }

    private void await(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        boolean told = false;
        while (tried(channel) == null) {
            if (System.nanoTime() - start >= timeout.toNanos()) {
                throw new MigrateException(held());
            }
            if (!told) {
                log.info("waiting: another call is writing into the sources of this module");
                told = true;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrateException(held(), e);
            }
        }
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held in this very process, by another thread
        }
    }

    private Problem held() {
        return Problem.of(
                        ProblemCode.LOCK_HELD,
                        "another call is writing into the sources of this module, and did not end while this one waited."
                                + " No class was written.")
                .at(file.toString())
                .next("wait until it is done, or end it, then the same again; how long to wait says "
                        + Catalogue.LOCK_TIMEOUT.property());
    }
}
