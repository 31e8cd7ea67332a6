package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.Revisions;
import dev.migrate.execute.ShowResult;
import dev.migrate.graph.RevisionExpression;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.report.ShowReport;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints all that the sources say of some revisions. Needs neither classes nor a database. */
@Mojo(name = "show", threadSafe = true)
public final class ShowMojo extends AbstractSourceMojo {

    /**
     * The revisions to show, separated by commas: an id, the beginning of one, {@code head}, {@code heads}. User property:
     * {@code migrate.to}, {@code to}. Default: {@code heads}.
     */
    @Parameter
    private @Nullable String to;

    @Override
    Configuration configuration() {
        return super.configuration().with(Catalogue.TO, to);
    }

    @Override
    void run(Settings settings, SourceHistory history) {
        Revisions revisions = listed(history);
        List<String> wanted = settings.list(Catalogue.TO);
        report(
                settings,
                (wanted.isEmpty() ? List.of("heads") : wanted)
                        .stream()
                                .map(text -> ShowReport.text(show(revisions, text)))
                                .collect(Collectors.joining("\n")));
    }

    private static ShowResult show(Revisions revisions, String text) {
        return revisions.show(RevisionExpression.parse(text), List.of());
    }
}
