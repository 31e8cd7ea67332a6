package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Where scratches are made.
 *
 * @param database opens a session on the database that is looked at
 * @param others opens databases in memory
 */
record Scratches(Session database, OtherDatabases others) implements ScratchSource {

    /** No database is looked at: there is a scratch only where that is in memory, and is all there is to look at. */
    static Scratches inMemory(Dialect dialect, OtherDatabases others) {
        Scratches none = new Scratches(
                () -> {
                    throw new SQLException("no database is connected to");
                },
                others);
        return new Scratches(
                () -> dialect.scratch(none, ScratchNames.random(), List.of()).connection(), others);
    }

    /** Opens a session. */
    @FunctionalInterface
    interface Session {
        Connection open() throws SQLException;
    }

    @Override
    public Connection connect() throws SQLException {
        return database.open();
    }

    /** A slip in a scratch must not be able to reach a database that counts. */
    @Override
    public Connection connectBeside() throws SQLException {
        Connection connection = database.open();
        try {
            Dialect dialect = Dialects.of(connection);
            Optional<String> production =
                    EnvironmentMark.productionAmong(dialect.catalog().namespaces(connection), dialect, connection);
            if (production.isEmpty()) {
                return connection;
            }
            throw new MigrateException(Problem.of(
                            ProblemCode.NO_SCRATCH,
                            "on this server no scratch is made: its database " + production.get()
                                    + " is marked as production")
                    .next("name another server for the scratch, or an account that sees no other database"));
        } catch (SQLException | RuntimeException e) {
            try {
                connection.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    @Override
    public Connection connect(String url) throws SQLException {
        return others.connect(url);
    }

    @Override
    public boolean serverEndsWithTheRun() {
        return others.serverEndsWithTheRun();
    }
}
