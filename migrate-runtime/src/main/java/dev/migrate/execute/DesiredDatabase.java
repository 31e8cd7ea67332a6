package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.scratch.DesiredModel;
import dev.migrate.scratch.DesiredStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What another database is.
 *
 * @param name its URL, as it may be shown
 * @param url its URL
 * @param others opens a session on it
 */
record DesiredDatabase(String name, String url, OtherDatabases others) implements DesiredState {

    @Override
    public DesiredModel of(DataSource database, Dialect dialect, Connection looking) throws SQLException {
        return read(dialect, dialect.homeSchema(looking));
    }

    @Override
    public DesiredModel offline(Dialect dialect, Optional<String> home) {
        return read(dialect, home);
    }

    private DesiredModel read(Dialect dialect, Optional<String> home) {
        try (Connection other = others.connect(url)) {
            return new DesiredStates(dialect, home, Scratches.inMemory(dialect, others)).ofDatabase(name, other);
        } catch (SQLException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.CANNOT_CONNECT, name + " cannot be read: " + e.getMessage())
                            .at("migrate.model")
                            .next("check the url; the account of that database is named in it, and is not that of"
                                    + " migrate.url"),
                    e);
        }
    }

    /** The url may hold a password. */
    @Override
    public String toString() {
        return name;
    }
}
