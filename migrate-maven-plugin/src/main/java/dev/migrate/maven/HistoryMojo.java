package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.HistoryResult;
import dev.migrate.execute.RevisionDetail;
import dev.migrate.graph.RevisionRange;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.report.DotReport;
import dev.migrate.report.HistoryPage;
import dev.migrate.report.HistoryReport;
import dev.migrate.report.JsonReport;
import dev.migrate.report.MermaidReport;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the revisions, newest first, as the sources declare them. Needs no classes, works while the project does not
 * compile, and asks the database only when it is told to.
 */
@Mojo(name = "history", threadSafe = true)
public final class HistoryMojo extends AbstractAskingMojo {

    /**
     * The part of the history to list, {@code from:to}, where either end may be left out: {@code -3:}, {@code a1:b2},
     * {@code current:} (which asks the database). User property: {@code migrate.range}. Default: all of it.
     */
    @Parameter
    private @Nullable String range;

    /**
     * Asks the database where it stands, and marks it in the list. User property: {@code migrate.indicateCurrent}.
     * Default: {@code false}.
     */
    @Parameter
    private @Nullable Boolean indicateCurrent;

    /** Prints a block a revision instead of a line. User property: {@code migrate.verbose}, {@code verbose}. */
    @Parameter
    private @Nullable Boolean verbose;

    /**
     * The form: {@code text}, or a document for others to read, {@code json}, {@code dot} (Graphviz) or {@code mermaid},
     * which goes to {@code outputFile}, or to the standard output without Maven's prefixes (some Mavens put an escape
     * sequence there even with {@code -q}: programs should read a file); or {@code html}, a page for a browser, which goes
     * to {@code outputFile}, or to {@code target/migrate/history.html}. User property: {@code migrate.format}. Default:
     * {@code text}.
     */
    @Parameter
    private @Nullable String format;

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.RANGE, range)
                .with(Catalogue.INDICATE_CURRENT, indicateCurrent)
                .with(Catalogue.VERBOSE, verbose)
                .with(Catalogue.FORMAT, format);
    }

    @Override
    void run(Settings settings, SourceModule module) {
        HistoryResult history = history(settings, module.listed(getLog()));
        switch (settings.get(Catalogue.FORMAT)) {
            case "json" -> reportDocument(settings, JsonReport.text(history));
            case "dot" -> reportDocument(settings, DotReport.text(history));
            case "mermaid" -> reportDocument(settings, MermaidReport.text(history));
            case "html" -> page(settings, module, history);
            default ->
                report(
                        settings,
                        HistoryReport.text(history, settings.get(Catalogue.VERBOSE)),
                        () -> JsonReport.text(history));
        }
    }

    private void page(Settings settings, SourceModule module, HistoryResult history) {
        List<String> names = history.revisions().stream()
                .map(RevisionDetail::history)
                .map(ChosenHistory::shown)
                .distinct()
                .toList();
        if (names.size() > 1) {
            throw new MigrateException(Problem.of(
                            ProblemCode.AMBIGUOUS_HISTORY,
                            "a page shows one history, and this module holds several: " + String.join(", ", names))
                    .next("name one: mvn migrate:history -Dmigrate.format=html -Dmigrate.history="
                            + names.get(names.size() - 1)));
        }
        Path file = settings.find(Catalogue.OUTPUT_FILE)
                .map(given -> directory().resolve(given.value()))
                .orElseGet(() -> Path.of(project().getBuild().getDirectory(), "migrate", "history.html"));
        boolean marked =
                settings.get(Catalogue.INDICATE_CURRENT) || range(settings).namesCurrent();
        ResultFile.write(file, HistoryPage.html(title(settings), history, marked));
        getLog().info("Generating " + module.shown(file) + " ...  done");
    }

    private String title(Settings settings) {
        return settings.find(Catalogue.HISTORY)
                .map(history -> project().getName() + ": " + history.value())
                .orElse(project().getName());
    }

    private HistoryResult history(Settings settings, ListedHistories histories) {
        RevisionRange part = range(settings);
        boolean startsOrEndsThere = part.namesCurrent();
        boolean indicates = settings.get(Catalogue.INDICATE_CURRENT);
        return new HistoryResult(histories.knowing(listed -> {
            List<String> rows = List.of();
            if (startsOrEndsThere) {
                rows = rows(settings, listed);
            } else if (indicates) {
                rows = knownRows(settings, listed);
            }
            return listed.revisions().history(part, rows).revisions();
        }));
    }

    private static RevisionRange range(Settings settings) {
        return settings.find(Catalogue.RANGE)
                .map(given -> RevisionRange.parse(given.value()))
                .orElse(RevisionRange.ALL);
    }
}
