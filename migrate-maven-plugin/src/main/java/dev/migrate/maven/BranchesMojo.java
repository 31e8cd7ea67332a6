package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.BranchesResult;
import dev.migrate.report.BranchesReport;
import dev.migrate.report.JsonReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the revisions that two or more others follow, newest first, each with those that follow it, as the sources declare
 * them. Needs neither classes nor a database, and works while the project does not compile.
 */
@Mojo(name = "branches", threadSafe = true)
public final class BranchesMojo extends AbstractSourceMojo {

    /** Prints a block a branch point instead of a line. User property: {@code migrate.verbose}, {@code verbose}. */
    @Parameter
    private @Nullable Boolean verbose;

    @Override
    Configuration configuration() {
        return super.configuration().with(Catalogue.VERBOSE, verbose);
    }

    @Override
    void run(Settings settings, SourceModule module) {
        BranchesResult branches = new BranchesResult(module.listed(getLog())
                .each(history -> history.revisions().branches().branchPoints()));
        if (branches.branchPoints().isEmpty()) {
            getLog().info("the history does not fork");
        }
        report(
                settings,
                BranchesReport.text(branches, settings.get(Catalogue.VERBOSE)),
                () -> JsonReport.text(branches));
    }
}
