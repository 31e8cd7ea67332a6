package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.report.HeadsReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists the revisions that nothing follows, as the sources declare them. Needs neither classes nor a database. */
@Mojo(name = "heads", threadSafe = true)
public final class HeadsMojo extends AbstractSourceMojo {

    /** Prints a block a revision instead of a line. User property: {@code migrate.verbose}, {@code verbose}. */
    @Parameter
    private @Nullable Boolean verbose;

    @Override
    Configuration configuration() {
        return super.configuration().with(Catalogue.VERBOSE, verbose);
    }

    @Override
    void run(Settings settings, SourceHistory history) {
        report(settings, HeadsReport.text(listed(history).heads(), settings.get(Catalogue.VERBOSE)));
    }
}
