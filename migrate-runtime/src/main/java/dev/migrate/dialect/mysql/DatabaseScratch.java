package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Databases of random names, which are dropped in any case. */
final class DatabaseScratch implements Scratch {

    private static final String OPTIONS = "SELECT @@character_set_database, @@collation_database";

    private final Connection connection;
    private final String home;
    private final Deque<String> created = new ArrayDeque<>();

    private DatabaseScratch(Connection connection, String home) {
        this.connection = connection;
        this.home = home;
    }

    static DatabaseScratch open(ScratchSource source, ScratchNames names, Collection<String> schemas)
            throws SQLException {
        DatabaseScratch scratch = new DatabaseScratch(source.connectBeside(), names.home());
        try {
            scratch.begin(names, schemas);
            return scratch;
        } catch (SQLException | RuntimeException e) {
            try {
                scratch.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** A table that says no collation gets that of its database: it is the same here as there. */
    private void begin(ScratchNames names, Collection<String> schemas) throws SQLException {
        List<String> wanted = new ArrayList<>(List.of(home));
        schemas.forEach(schema -> wanted.add(names.of(schema)));
        try (Statement statement = connection.createStatement()) {
            String options = options(statement);
            for (String name : wanted) {
                statement.execute("CREATE DATABASE " + MySqlDialect.quoted(name) + options);
                created.push(name);
            }
        }
        enter();
    }

    @Override
    public String home() {
        return home;
    }

    @Override
    public void enter() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + MySqlDialect.quoted(home));
        }
    }

    /** What makes a new database like the one that a session is in. */
    static String options(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(OPTIONS)) {
            row.next();
            return " CHARACTER SET " + row.getString(1) + " COLLATE " + row.getString(2);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 0");
            while (!created.isEmpty()) {
                statement.execute("DROP DATABASE IF EXISTS " + MySqlDialect.quoted(created.peek()));
                created.pop();
            }
        }
    }
}
