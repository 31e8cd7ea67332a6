package dev.migrate.maven;

import dev.migrate.config.Settings;
import dev.migrate.execute.RevisionDetail;
import dev.migrate.execute.ShowResult;
import dev.migrate.report.JsonReport;
import dev.migrate.report.ShowReport;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Prints all that the sources say of some revisions. Needs no classes, works while the project does not compile, and asks
 * the database only for {@code current}.
 */
@Mojo(name = "show", threadSafe = true)
public final class ShowMojo extends AbstractNamingMojo {

    @Override
    void run(Settings settings, SourceModule module, ListedHistories histories) {
        List<RevisionDetail> named = named(settings, histories, (listed, found) -> found);
        ShowResult shown = new ShowResult(named);
        report(settings, ShowReport.text(shown), () -> JsonReport.text(shown));
    }
}
