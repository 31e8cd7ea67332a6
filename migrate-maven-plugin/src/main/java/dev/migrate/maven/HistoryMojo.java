package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.Revisions;
import dev.migrate.graph.RevisionRange;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.report.HistoryReport;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists the revisions, newest first, as the sources declare them. Needs neither classes nor a database. */
@Mojo(name = "history", threadSafe = true)
public final class HistoryMojo extends AbstractSourceMojo {

    /**
     * The part of the history to list, {@code from:to}, where either end may be left out. User property:
     * {@code migrate.range}. Default: all of it.
     */
    @Parameter
    private @Nullable String range;

    /** Prints a block a revision instead of a line. User property: {@code migrate.verbose}, {@code verbose}. */
    @Parameter
    private @Nullable Boolean verbose;

    @Override
    Configuration configuration() {
        return super.configuration().with(Catalogue.RANGE, range).with(Catalogue.VERBOSE, verbose);
    }

    @Override
    void run(Settings settings, SourceHistory history) {
        Revisions revisions = listed(history);
        RevisionRange part = settings.find(Catalogue.RANGE)
                .map(given -> RevisionRange.parse(given.value()))
                .orElse(RevisionRange.ALL);
        report(settings, HistoryReport.text(revisions.history(part, List.of()), settings.get(Catalogue.VERBOSE)));
    }
}
