package dev.migrate.dialect.sqlite;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code <database>.migrate.lock}. Each name locks a byte of it far behind its end, and says who holds it in a line
 * of fixed length before that, which anybody may read. The file stays: whoever deleted it could take it away from one who
 * has just locked it.
 *
 * <p>There is one channel to it while anything is locked: when a process closes any channel to a file, systems such as
 * Linux take away all its locks on that file.
 */
final class LockFile {

    private static final int LINE = 256;
    private static final int LINES = 64;
    private static final long FIRST_LOCK = 1L << 40;
    private static final long UNSIGNED = 0xFFFFFFFFL;

    private final Path path;
    private final Map<String, FileLock> locks = new HashMap<>();
    private @Nullable FileChannel channel;
    private boolean sharedWithAnother;

    private LockFile(Path path) {
        this.path = path;
    }

    static LockFile beside(Path database) {
        return new LockFile(database.resolveSibling(database.getFileName() + ".migrate.lock"));
    }

    boolean tryTake(String name, String words) {
        try {
            Optional<FileLock> lock = lock(name);
            if (lock.isPresent()) {
                locks.put(name, lock.get());
                write(name, words);
            }
            closeIfUnused();
            return lock.isPresent();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Optional<FileLock> lock(String name) throws IOException {
        try {
            long place = FIRST_LOCK + (name.hashCode() & UNSIGNED);
            return Optional.ofNullable(open().tryLock(place, 1, false));
        } catch (OverlappingFileLockException e) { // held by this class in another class loader
            sharedWithAnother = true;
            return Optional.empty();
        }
    }

    private FileChannel open() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        return channel;
    }

    /** What fails here has no consequence: the lock itself ends with the channel. */
    void release(String name) {
        FileLock lock = locks.remove(name);
        try {
            if (lock != null) {
                write(name, "");
                lock.release();
            }
            closeIfUnused();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Closing would take the other class loader's lock away. */
    private void closeIfUnused() throws IOException {
        if (channel != null && locks.isEmpty() && !sharedWithAnother) {
            channel.close();
            channel = null;
        }
    }

    /** Who holds the lock in another process, or another class loader of this one. */
    Optional<String> holder(String name) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            Optional<FileLock> lock = lock(name);
            if (lock.isPresent()) {
                lock.get().release();
            }
            Optional<String> words = lock.isPresent() ? Optional.empty() : Optional.of(read(name));
            closeIfUnused();
            return words;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static long line(String name) {
        return (long) Math.floorMod(name.hashCode(), LINES) * LINE;
    }

    private void write(String name, String words) throws IOException {
        byte[] line = new byte[LINE];
        Arrays.fill(line, (byte) ' ');
        byte[] text = words.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, line, 0, Math.min(text.length, LINE - 1));
        line[LINE - 1] = '\n';
        open().write(ByteBuffer.wrap(line), line(name));
    }

    private String read(String name) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(LINE);
        open().read(line, line(name));
        String words = new String(line.array(), 0, line.position(), StandardCharsets.UTF_8).strip();
        return words.isEmpty() ? "another process, which does not tell its name" : words;
    }

    private MigrateException failed(IOException e) {
        return new MigrateException(
                Problem.of(
                                ProblemCode.FILE_FAILED,
                                "the file that keeps runs apart cannot be used: " + e.getClass().getSimpleName() + ": "
                                        + e.getMessage())
                        .at(path.toString())
                        .next("let the account write in the folder of the database"),
                e);
    }
}
