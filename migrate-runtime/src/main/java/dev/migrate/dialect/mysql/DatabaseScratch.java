package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
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

    /** Where databases of this server say what they are; the account sees no others. */
    private static final String MARKS =
            "SELECT TABLE_SCHEMA FROM information_schema.TABLES WHERE TABLE_NAME = 'migrate_info' ORDER BY 1";

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
        DatabaseScratch scratch = new DatabaseScratch(source.connect(), names.home());
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
            refuseProduction(statement);
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

    /** A slip in a scratch must not be able to reach a database that counts. */
    private static void refuseProduction(Statement statement) throws SQLException {
        List<String> databases = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(MARKS)) {
            while (rows.next()) {
                databases.add(rows.getString(1));
            }
        }
        for (String database : databases) {
            try (ResultSet row = statement.executeQuery("SELECT content FROM " + MySqlDialect.quoted(database)
                    + ".migrate_info WHERE name = 'production' AND content = 'true'")) {
                if (row.next()) {
                    throw new MigrateException(Problem.of(
                                    ProblemCode.NO_SCRATCH,
                                    "on this server no scratch is made: its database " + database
                                            + " is marked as production")
                            .next("name another server for the scratch, or an account that sees no other database"));
                }
            }
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
