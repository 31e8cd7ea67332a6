package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.CurrentResult;
import dev.migrate.execute.EnvironmentMark;
import dev.migrate.execute.Migrator;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.report.CurrentReport;
import dev.migrate.report.JsonReport;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Tells which revisions the database stands at. Runs within the build, for binding. */
@Mojo(
        name = "current-no-fork",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class CurrentNoForkMojo extends AbstractDatabaseMojo {

    /** Prints a block a revision instead of a line. User property: {@code migrate.verbose}, {@code verbose}. */
    @Parameter
    private @Nullable Boolean verbose;

    /** Fails unless the database is at every head. User property: {@code migrate.checkHeads}. Default: {@code false}. */
    @Parameter
    private @Nullable Boolean checkHeads;

    /** Made by Maven. */
    public CurrentNoForkMojo() {}

    @Override
    final Configuration configuration() {
        return super.configuration().with(Catalogue.VERBOSE, verbose).with(Catalogue.CHECK_HEADS, checkHeads);
    }

    @Override
    final void run(Settings settings, Migrator migrator) {
        CurrentResult current = migrator.current();
        if (!current.mark().equals(EnvironmentMark.NONE)) {
            getLog().info("the database is " + current.mark().words());
        }
        if (current.revisions().isEmpty()) {
            getLog().info("no revision is applied");
        }
        report(
                settings,
                settings.get(Catalogue.VERBOSE)
                        ? CurrentReport.blocks(current, settings.connection().shownUrl())
                        : CurrentReport.text(current),
                () -> JsonReport.text(current));
        if (settings.get(Catalogue.CHECK_HEADS) && !current.atHeads()) {
            throw new MigrateException(
                    Problem.of(ProblemCode.NOT_AT_HEADS, "the database is not at every head of the history")
                            .next("mvn migrate:upgrade -Dto=heads"));
        }
    }
}
