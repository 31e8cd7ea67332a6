package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.OfflineMigrator;
import dev.migrate.execute.SqlScript;
import dev.migrate.execute.StampResult;
import dev.migrate.report.JsonReport;
import dev.migrate.report.RunReport;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes into the version table where the database stands, and runs no migration. Runs within the build, for binding. */
@Mojo(
        name = "stamp-no-fork",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class StampNoForkMojo extends AbstractScriptingMojo {

    /**
     * The revisions that are applied, separated by commas; {@code base} for none; with {@code sql} a range {@code from:to}
     * where the database does not stand at base. User property: {@code migrate.to},
     * {@code to}. Mandatory.
     */
    @Parameter
    private @Nullable String to;

    /** Deletes every row of the version table first. User property: {@code migrate.purge}. Default: {@code false}. */
    @Parameter
    private @Nullable Boolean purge;

    /** Made by Maven. */
    public StampNoForkMojo() {}

    @Override
    final Configuration configuration() {
        return super.configuration().with(Catalogue.TO, to).with(Catalogue.PURGE, purge);
    }

    @Override
    final void run(Settings settings, Migrator migrator) {
        StampResult result = migrator.stamp(settings.list(Catalogue.TO), settings.get(Catalogue.PURGE));
        report(settings, RunReport.text(result), () -> JsonReport.text(result));
    }

    @Override
    final SqlScript script(Settings settings, OfflineMigrator migrator) {
        return migrator.stamp(settings.list(Catalogue.TO), settings.get(Catalogue.PURGE));
    }
}
