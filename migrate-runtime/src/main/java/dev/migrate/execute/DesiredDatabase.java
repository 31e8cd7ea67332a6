package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
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
 * @param config how long tables are waited for there that others have locked
 */
record DesiredDatabase(String name, String url, OtherDatabases others, MigratorConfig config) implements DesiredState {

    @Override
    public DesiredModel of(DataSource database, Dialect dialect, Connection looking) throws SQLException {
        return read(dialect, dialect.homeSchema(looking));
    }

    @Override
    public DesiredModel offline(Dialect dialect, Optional<String> home) {
        return read(dialect, home);
    }

    private DesiredModel read(Dialect dialect, Optional<String> home) {
        DesiredStates states = new DesiredStates(dialect, home, Scratches.inMemory(dialect, others));
        try (Connection other = others.connect(url)) {
            other.setAutoCommit(true); // whatever its url says: what is refused must not leave a transaction behind
            return new TableWait(Dialects.of(other), other, config, name).during(() -> states.ofDatabase(name, other));
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
