package dev.migrate.dialect.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a connection's main database is.
 *
 * @param path the file; empty when it is in memory
 * @param url the url that the connection was opened with
 */
record DatabaseFile(Optional<Path> path, String url) {

    static DatabaseFile of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
            row.next();
            String file = row.getString(1);
            String url = connection.getMetaData().getURL();
            return new DatabaseFile(file == null || file.isEmpty() ? Optional.empty() : Optional.of(real(file)), url);
        }
    }

    /** However a connection came to it, a file has one path. */
    private static Path real(String file) throws SQLException {
        try {
            return Path.of(file).toRealPath();
        } catch (IOException e) {
            throw new SQLException("the database file " + file + " cannot be looked at: " + e.getMessage(), e);
        }
    }

    /** Whether no other connection can reach it. */
    boolean isPrivate() {
        String options = url.toLowerCase(Locale.ROOT);
        return path.isEmpty() && !options.contains("cache=shared") && !options.contains("vfs=memdb");
    }

    String describe() {
        return path.map(Path::toString).orElse("a database in memory");
    }
}
