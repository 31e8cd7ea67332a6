package dev.migrate.dialect;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the dialect of a connection. */
public final class Dialects {

    private Dialects() {}

    /**
     * Asks each provider in turn.
     *
     * @param connection an open connection
     * @return the dialect of the server behind it
     * @throws SQLException when the connection is broken
     * @throws MigrateException {@code unknown-database}, when no provider knows it
     */
    public static Dialect of(Connection connection) throws SQLException {
        for (DialectProvider provider : ServiceLoader.load(DialectProvider.class, Dialects.class.getClassLoader())) {
            Optional<Dialect> dialect = provider.detect(connection);
            if (dialect.isPresent()) {
                return dialect.get();
            }
        }
        throw new MigrateException(Problem.of(
                        ProblemCode.UNKNOWN_DATABASE,
                        "the driver calls it \"" + connection.getMetaData().getDatabaseProductName()
                                + "\", and no dialect of migrate recognises it")
                .next("use one of the databases that the README lists"));
    }
}
