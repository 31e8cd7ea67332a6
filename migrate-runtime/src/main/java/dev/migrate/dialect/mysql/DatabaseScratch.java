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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Databases of random names, which are dropped in any case. */
final class DatabaseScratch implements Scratch {

    private static final String OPTIONS = "SELECT @@character_set_database, @@collation_database";

    private static final String SCRATCHES =
            "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME REGEXP '" + ScratchNames.ANY
                    + "' ORDER BY 1";

    private static final String IN_USE =
            "SELECT DISTINCT DB FROM information_schema.PROCESSLIST WHERE DB REGEXP '" + ScratchNames.ANY + "'";

    private static final int PREFIX_LENGTH = ScratchNames.random().prefix().length();

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

    /** Another run may be at work under another account, whose sessions one need not see: nothing is dropped for it. */
    @Override
    public List<String> leftBehind() throws SQLException {
        Set<String> inUse = new HashSet<>(Set.of(scratchOf(home)));
        List<String> left = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            databases(statement, IN_USE).stream()
                    .map(DatabaseScratch::scratchOf)
                    .forEach(inUse::add);
            for (String database : databases(statement, SCRATCHES)) {
                if (!inUse.contains(scratchOf(database))) {
                    left.add(MySqlDialect.quoted(database));
                }
            }
        }
        return left;
    }

    private static List<String> databases(Statement statement, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** All databases of one scratch begin alike. */
    private static String scratchOf(String database) {
        return database.substring(0, Math.min(database.length(), PREFIX_LENGTH));
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
