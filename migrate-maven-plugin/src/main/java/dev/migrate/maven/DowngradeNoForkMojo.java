package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.OfflineMigrator;
import dev.migrate.execute.RunResult;
import dev.migrate.execute.SqlScript;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.report.JsonReport;
import dev.migrate.report.RunReport;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Brings the database down to a revision, which stays applied. Runs within the build, for binding. */
@Mojo(
        name = "downgrade-no-fork",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class DowngradeNoForkMojo extends AbstractScriptingMojo {

    /**
     * The revision to go down to: an id, the beginning of one, {@code -1}, {@code base}; with {@code sql} a range
     * {@code from:to}. User property:
     * {@code migrate.to}, {@code to}. Mandatory.
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
    public DowngradeNoForkMojo() {}

    @Override
    final Configuration configuration() {
        return super.configuration()
                .with(Catalogue.TO, to)
                .with(Catalogue.RESUME, resume)
                .with(Catalogue.CHANGED, changed);
    }

    @Override
    final void run(Settings settings, Migrator migrator) {
        RunResult result = migrator.downgrade(target(
                settings, "-Dto=-1 undoes the last revision, -Dto=<id> goes down to that one, -Dto=base undoes all"));
        report(settings, RunReport.text(result), () -> JsonReport.text(result));
    }

    private static String target(Settings settings, String next) {
        return Target.one(settings)
                .orElseThrow(() -> new MigrateException(
                        Problem.of(ProblemCode.BAD_PARAMETER, "a downgrade must be told how far: migrate.to is missing")
                                .next(next)));
    }

    @Override
    final SqlScript script(Settings settings, OfflineMigrator migrator) {
        return migrator.downgrade(
                target(settings, "a script needs both ends: -Dto=<from>:<to>, for example -Dto=8f3c:base"));
    }
}
