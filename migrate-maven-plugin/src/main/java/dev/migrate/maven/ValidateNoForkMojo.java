package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.execute.OfflineMigrator;
import dev.migrate.execute.SecondJvm;
import dev.migrate.execute.ValidateResult;
import dev.migrate.index.RevisionIndexes;
import dev.migrate.maven.calls.UnsteadyCalls;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.problem.MigrateException;
import dev.migrate.report.ValidateReport;
import java.nio.file.Path;
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

    /**
     * The database and the version that the migrations are held against: {@code mysql:8.4}. User property:
     * {@code migrate.dialect}. Default: the database of the url, else H2.
     */
    @Parameter
    private @Nullable String dialect;

    /**
     * Whether every migration is recorded again in a second JVM, of another time zone and language: what depends on the
     * clock, on chance or on the machine comes out differently there. User property: {@code migrate.secondRecording}.
     * Default: {@code true}.
     */
    @Parameter
    private @Nullable Boolean secondRecording;

    /**
     * How long the second JVM may take. User property: {@code migrate.secondRecordingTimeout}. Default: {@code 120s}.
     */
    @Parameter
    private @Nullable String secondRecordingTimeout;

    /** Made by Maven. */
    public ValidateNoForkMojo() {}

    @Override
    final Configuration configuration() {
        return super.configuration()
                .with(Catalogue.DIALECT, dialect)
                .with(Catalogue.SECOND_RECORDING, secondRecording)
                .with(Catalogue.SECOND_RECORDING_TIMEOUT, secondRecordingTimeout);
    }

    @Override
    final void act(Settings settings, OpenProject open) {
        MigratorConfig config = configuration(settings, open);
        warnOfUnsteadyCalls(config);
        ValidateResult result = validated(settings, config);
        report(settings, ValidateReport.text(result), () -> ValidateReport.json(result));
        if (!result.problems().isEmpty()) {
            throw new MigrateException(result.problems());
        }
    }

    private void warnOfUnsteadyCalls(MigratorConfig config) {
        Path output = ProjectClassPath.outputDirectory(project());
        RevisionIndexes.load(config.classLoader(), config.scope(), config.history()).entries().stream()
                .flatMap(entry -> UnsteadyCalls.of(output, entry.className()).stream())
                .forEach(problem -> getLog().warn(problem.text()));
    }

    private ValidateResult validated(Settings settings, MigratorConfig config) {
        OfflineDatabase database = OfflineDatabase.of(settings);
        OfflineMigrator migrator = database.migrator(config);
        if (!settings.get(Catalogue.SECOND_RECORDING)) {
            return migrator.validate();
        }
        return migrator.validate(new SecondJvm(
                SecondJvm.thisJava(),
                ProjectClassPath.of(project(), execution().getVersion()),
                database.text(),
                database.ofUrl(),
                settings.get(Catalogue.SECOND_RECORDING_TIMEOUT)));
    }

    @Override
    final void run(Settings settings, Migrator migrator) {
        throw new IllegalStateException("no database is connected to");
    }
}
