package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.ExitRemoval;
import dev.migrate.dialect.ScratchDatabase;
import dev.migrate.dialect.ScratchLeftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file in a folder of its own, since SQLite puts others beside it. */
final class SqliteScratchDatabase implements ScratchDatabase {

    private final Sessions sessions;
    private final Path folder;
    private final String settings;
    private final ExitRemoval exit;

    private SqliteScratchDatabase(Sessions sessions, Path folder, String settings) {
        this.sessions = sessions;
        this.folder = folder;
        this.settings = settings;
        exit = new ExitRemoval(sessions, why -> ScratchLeftovers.stays(describe(), "delete it", why));
    }

    /**
     * @param url of the real database, whose settings it shares
     */
    static SqliteScratchDatabase create(Sessions sessions, String url, String prefix) throws SQLException {
        int settings = url.indexOf('?');
        try {
            Path folder = Files.createTempDirectory(prefix);
            SqliteScratchDatabase database =
                    new SqliteScratchDatabase(sessions, folder, settings < 0 ? "" : url.substring(settings));
            database.exit.make(() -> {}, database::delete);
            return database;
        } catch (IOException e) {
            throw new SQLException("no temporary folder can be made: " + e, e);
        }
    }

    @Override
    public String describe() {
        return "a file in " + folder;
    }

    @Override
    public Connection connect() throws SQLException {
        return sessions.connect("jdbc:sqlite:" + folder.resolve("scratch.db") + settings);
    }

    @Override
    public void close() throws SQLException {
        exit.remove(this::delete);
    }

    private void delete() throws SQLException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new SQLException("it cannot be deleted: " + e, e);
        }
    }
}
