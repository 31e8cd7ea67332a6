package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises SQLite. */
public final class SqliteDialectProvider implements DialectProvider {

    private static final String QUESTION = "SELECT sqlite_version(), (SELECT foreign_keys FROM pragma_foreign_keys)";

    private static final Pattern NO_FOLDER =
            Pattern.compile("(?s)path to '.*': '.*' (does not exist|is a directory.*)");

    /** For {@code ServiceLoader}. */
    public SqliteDialectProvider() {}

    @Override
    public Optional<Dialect> detect(Connection connection) throws SQLException {
        // A driver of SQLite reaches nothing but SQLite, so its own word saves the others a query that fails.
        if (!connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            return Optional.of(new SqliteDialect(ServerVersion.parse(row.getString(1)), row.getBoolean(2)));
        }
    }

    /** The driver looks for the folder itself, and SQLite for the file: the one has words, the other a number. */
    @Override
    public Optional<Problem> refusal(SQLException exception) {
        String words = String.valueOf(exception.getMessage());
        return NO_FOLDER.matcher(words).matches() || words.startsWith("[SQLITE_CANTOPEN")
                ? Optional.of(Problem.of(ProblemCode.CANNOT_CONNECT, "the database file cannot be opened: " + words)
                        .next("check the path in the url; SQLite makes the file, but not the folder it is in"))
                : Optional.empty();
    }

    @Override
    public Map<String, ServerVersion> offlineNames() {
        return Map.of("sqlite", SqliteDialect.OLDEST_TESTED); // what is written depends on no later version
    }

    @Override
    public Dialect offline(String name, ServerVersion version, Map<String, String> options) {
        return new SqliteDialect(version, false);
    }
}
