package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.execute.OfflineMigrator;
import dev.migrate.execute.ValidateResult;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.problem.MigrateException;
import dev.migrate.report.ValidateReport;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Proves without a database that the migrations fit together: records each of them, applies it to the schema that those
 * before it make, and looks whether its downgrade restores that. Runs within the build, for binding.
 */
@Mojo(
        name = "validate-no-fork",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class ValidateNoForkMojo extends AbstractDatabaseMojo {

    private static final String OTHERWISE = "h2";

    /**
     * The database and the version that the migrations are held against: {@code mysql:8.4}. User property:
     * {@code migrate.dialect}. Default: the database of the url, else H2.
     */
    @Parameter
    private @Nullable String dialect;

    /** Made by Maven. */
    public ValidateNoForkMojo() {}

    @Override
    final Configuration configuration() {
        return super.configuration().with(Catalogue.DIALECT, dialect);
    }

    @Override
    final void act(Settings settings, OpenProject open) {
        ValidateResult result =
                migrator(settings, configuration(settings, open)).validate();
        report(settings, ValidateReport.text(result), () -> ValidateReport.json(result));
        if (!result.problems().isEmpty()) {
            throw new MigrateException(result.problems());
        }
    }

    private static OfflineMigrator migrator(Settings settings, MigratorConfig config) {
        Optional<String> given = settings.find(Catalogue.DIALECT).map(Resolved::value);
        Optional<String> url = settings.find(Catalogue.URL).map(Resolved::value);
        return given.isEmpty() && url.isPresent()
                ? Migrator.offlineFor(url.get(), config)
                : Migrator.offline(given.orElse(OTHERWISE), config);
    }

    @Override
    final void run(Settings settings, Migrator migrator) {
        throw new IllegalStateException("no database is connected to");
    }
}
