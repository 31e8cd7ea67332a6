package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.model.OpenModel;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
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
 * What a project's entities want. Where they cannot be tried, they are what their provider knows of them, and that is said.
 *
 * @param entities the entities
 * @param others opens databases in memory
 */
record DesiredEntities(OpenModel entities, OtherDatabases others) implements DesiredState {

    /** What keeps a model from being tried: nobody may make a scratch, or the project lacks the driver of one in memory. */
    private static final Set<ProblemCode> NOT_TRIED = EnumSet.of(ProblemCode.NO_SCRATCH, ProblemCode.NO_DRIVER);

    @Override
    public DesiredModel of(DataSource database, Dialect dialect, Connection looking) throws SQLException {
        return triedWherePossible(new DesiredStates(
                dialect, dialect.homeSchema(looking), new Scratches(database::getConnection, others)));
    }

    @Override
    public DesiredModel offline(Dialect dialect, Optional<String> home) {
        return triedWherePossible(new DesiredStates(dialect, home, Scratches.inMemory(dialect, others)));
    }

    private DesiredModel triedWherePossible(DesiredStates states) {
        try {
            return states.ofEntities(entities);
        } catch (MigrateException e) {
            if (!NOT_TRIED.contains(e.problem().code())) {
                throw e;
            }
            return states.ofEntitiesUntried(entities)
                    .with(Problem.of(
                            e.problem().code(),
                            "the model is compared as its provider knows it, without being tried: "
                                    + e.problem().what()));
        }
    }
}
