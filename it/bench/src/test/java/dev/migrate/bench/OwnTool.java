package dev.migrate.bench;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.SchemaDifference;
import dev.migrate.execute.CompareResult;
import dev.migrate.execute.DesiredState;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.model.OpenModel;
import java.sql.DriverManager;
import java.util.List;
import javax.sql.DataSource;

/**
 * What {@code migrate:revision -Dautogenerate -Dmigrate.dropUnknown=true} finds.
 *
 * @param model the entities
 */
record OwnTool(OpenModel model) implements Tool {

    @Override
    public List<String> changes(DataSource database) {
        return compare(database, database).diff().differences().stream()
                .map(SchemaDifference::toString)
                .toList();
    }

    /**
     * Compares.
     *
     * @param database what is compared
     * @param scratches where the model is tried
     */
    CompareResult compare(DataSource database, DataSource scratches) {
        DesiredState entities = DesiredState.ofEntities(model, DriverManager::getConnection);
        return Migrator.compare(
                database,
                MigratorConfig.builder().build(),
                List.of(),
                (home, dialect, looking) -> entities.of(scratches, dialect, looking),
                DiffPolicy.USUAL.withDropsUnknown(true));
    }
}
