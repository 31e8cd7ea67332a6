package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.model.OpenModel;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.scratch.DesiredModel;
import dev.migrate.scratch.DesiredStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What a project's entities want.
 *
 * @param entities the entities
 * @param others opens databases in memory
 */
record DesiredEntities(OpenModel entities, OtherDatabases others) implements DesiredState {

    /** What keeps a model from being tried in memory: the database is on a server, or the project lacks the driver. */
    private static final Set<ProblemCode> NOT_TRIED = EnumSet.of(ProblemCode.NO_SCRATCH, ProblemCode.NO_DRIVER);

    @Override
    public DesiredModel of(DataSource database, Dialect dialect, Connection looking) throws SQLException {
        return new DesiredStates(dialect, dialect.homeSchema(looking), new Scratches(database::getConnection, others))
                .ofEntities(entities);
    }

    @Override
    public DesiredModel offline(Dialect dialect) {
        DesiredStates states = new DesiredStates(dialect, Optional.empty(), Scratches.inMemory(dialect, others));
        try {
            return states.ofEntities(entities);
        } catch (MigrateException e) {
            if (NOT_TRIED.contains(e.problem().code())) {
                return states.ofEntitiesUntried(entities);
            }
            throw e;
        }
    }
}
