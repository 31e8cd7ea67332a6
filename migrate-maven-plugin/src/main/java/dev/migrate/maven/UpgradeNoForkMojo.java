package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.OfflineMigrator;
import dev.migrate.execute.RunResult;
import dev.migrate.execute.SqlScript;
import dev.migrate.report.JsonReport;
import dev.migrate.report.RunReport;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Brings the database up to a revision: the head, unless {@code to} names another. Runs within the build, for binding. */
@Mojo(
        name = "upgrade-no-fork",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class UpgradeNoForkMojo extends AbstractScriptingMojo {

    /**
     * The revision to reach: an id, the beginning of one, {@code head}, {@code heads}, {@code +2}; with
     * {@code sql} a range {@code from:to} where the database does not stand at base. User property:
     * {@code migrate.to}, {@code to}. Default: {@code head}; {@code heads} for a history that includes others.
     */
    @Parameter
    private @Nullable String to;

    /**
     * A decision about a statement in doubt: {@code <revision>#<n>=done} or {@code =retry}. User property:
     * {@code migrate.resume}.
     */
    @Parameter
    private @Nullable String resume;

    /**
     * What to do about a migration that was changed after it was applied: {@code error}, {@code warning} or
     * {@code ignore}. User property: {@code migrate.changed}. Default: {@code error}.
     */
    @Parameter
    private @Nullable String changed;

    /** Made by Maven. */
    public UpgradeNoForkMojo() {}

    @Override
    final Configuration configuration() {
        return super.configuration()
                .with(Catalogue.TO, to)
                .with(Catalogue.RESUME, resume)
                .with(Catalogue.CHANGED, changed);
    }

    @Override
    final void run(Settings settings, Migrator migrator) {
        RunResult result = Target.one(settings).map(migrator::upgrade).orElseGet(migrator::upgrade);
        report(settings, RunReport.text(result), () -> JsonReport.text(result));
    }

    @Override
    final SqlScript script(Settings settings, OfflineMigrator migrator) {
        return Target.one(settings).map(migrator::upgrade).orElseGet(migrator::upgrade);
    }
}
