package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.dialect.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** Recognises SQLite. */
public final class SqliteDialectProvider implements DialectProvider {

    private static final String QUESTION = "SELECT sqlite_version(), (SELECT foreign_keys FROM pragma_foreign_keys)";

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

    @Override
    public Map<String, ServerVersion> offlineNames() {
        return Map.of("sqlite", new ServerVersion(3, 45, 0));
    }

    @Override
    public Dialect offline(String name, ServerVersion version, Map<String, String> options) {
        return new SqliteDialect(version, false);
    }
}
