package dev.migrate.maven;

import dev.migrate.config.ConnectionSettings;
import dev.migrate.config.Settings;
import dev.migrate.execute.DesiredState;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.ScratchPlace;
import dev.migrate.execute.VerifyResult;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.problem.MigrateException;
import dev.migrate.report.VerifyReport;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Proves on a scratch database that each migration goes up, down and up again: the schema is compared at each point, rows
 * stay, and what all of them make is held against the project's entities. The configured database is only looked at. Runs
 * within the build, for binding.
 */
@Mojo(
        name = "verify-no-fork",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class VerifyNoForkMojo extends AbstractComparingMojo {

    /** Made by Maven. */
    public VerifyNoForkMojo() {}

    @Override
    final void act(Settings settings, OpenProject open) {
        if (!actOnEmbedded(settings, open)) {
            super.act(settings, open);
        }
    }

    @Override
    final void run(Settings settings, ConnectionSettings connection, Migrator migrator, OpenProject open) {
        Optional<DesiredState> desired = new DesiredModels(settings, project(), getLog())
                .find(open, ProjectClassPath.of(project(), execution().getVersion()), configuration(settings, open));
        ScratchPlace place =
                new ScratchPlace(connection.url().value(), new ProjectSessions(open, Optional.of(connection)));
        VerifyResult found = migrator.verify(place, desired, new ComparisonPolicy(settings, open.classes()).policy());
        report(settings, VerifyReport.text(found), () -> VerifyReport.json(found));
        if (!found.findings().isEmpty()) {
            throw new MigrateException(found.problems());
        }
    }

    @Override
    final void run(Settings settings, Migrator migrator) {
        throw new IllegalStateException("a verification needs the project's classes");
    }
}
