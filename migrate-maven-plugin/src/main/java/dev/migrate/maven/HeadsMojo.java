package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.HeadsResult;
import dev.migrate.report.HeadsReport;
import dev.migrate.report.JsonReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the revisions that nothing follows, as the sources declare them. A head that another revision depends on is
 * marked {@code (effective head)}: a database that has everything holds no row for it. Needs neither classes nor a
 * database, and works while the project does not compile.
 */
@Mojo(name = "heads", threadSafe = true)
public final class HeadsMojo extends AbstractSourceMojo {

    /** Prints a block a revision instead of a line. User property: {@code migrate.verbose}, {@code verbose}. */
    @Parameter
    private @Nullable Boolean verbose;

    /**
     * Lists only heads that no other revision depends on: the rows of a database that has everything. User property:
     * {@code migrate.resolveDependencies}. Default: {@code false}.
     */
    @Parameter
    private @Nullable Boolean resolveDependencies;

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.VERBOSE, verbose)
                .with(Catalogue.RESOLVE_DEPENDENCIES, resolveDependencies);
    }

    @Override
    void run(Settings settings, SourceModule module) {
        boolean effective = settings.get(Catalogue.RESOLVE_DEPENDENCIES);
        HeadsResult heads = new HeadsResult(module.listed(getLog())
                .each(history -> (effective
                                ? history.revisions().effectiveHeads()
                                : history.revisions().heads())
                        .revisions().stream().filter(history::declares).toList()));
        report(settings, HeadsReport.text(heads, settings.get(Catalogue.VERBOSE)), () -> JsonReport.text(heads));
    }
}
