package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.scratch.DesiredModel;
import dev.migrate.scratch.DesiredStates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What a file of SQL makes of an empty schema.
 *
 * @param name its name, for messages
 * @param file the file
 * @param others opens databases in memory
 */
record DesiredScript(String name, Path file, OtherDatabases others) implements DesiredState {

    @Override
    public DesiredModel of(DataSource database, Dialect dialect, Connection looking) throws SQLException {
        return tried(new DesiredStates(
                dialect, dialect.homeSchema(looking), new Scratches(database::getConnection, others)));
    }

    /** A database in memory can try it; where there is none, nobody can. */
    @Override
    public DesiredModel offline(Dialect dialect, Optional<String> home) {
        Scratches inMemory = Scratches.inMemory(dialect, others);
        try {
            inMemory.connect().close();
        } catch (SQLException e) {
            return DesiredState.super.offline(dialect, home);
        }
        return tried(new DesiredStates(dialect, home, inMemory));
    }

    private DesiredModel tried(DesiredStates states) {
        try (InputStream content = Files.newInputStream(file)) {
            return states.ofScript(name, content);
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_FAILED, name + " cannot be read: " + e)
                            .at("migrate.model"),
                    e);
        }
    }
}
