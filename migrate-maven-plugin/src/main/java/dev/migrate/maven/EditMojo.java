package dev.migrate.maven;

import dev.migrate.config.Settings;
import dev.migrate.execute.RevisionDetail;
import dev.migrate.maven.ListedHistories.Listed;
import dev.migrate.maven.source.SourceRevision;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.report.JsonReport;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Prints where the sources of some revisions are, and opens them in {@code $EDITOR}, else {@code $VISUAL}, when Maven runs
 * on a terminal and without {@code -B}. Needs no classes, works while the project does not compile, and asks the database
 * only for {@code current}.
 */
@Mojo(name = "edit", threadSafe = true)
public final class EditMojo extends AbstractNamingMojo {

    /** A revision and its source. */
    private record Source(RevisionDetail revision, Path file) {}

    @Override
    void run(Settings settings, SourceModule module, ListedHistories histories) {
        List<Source> sources = named(settings, histories, EditMojo::source);
        List<Path> files = sources.stream().map(Source::file).distinct().toList();
        if (files.isEmpty()) {
            getLog().info("no revision is named, so there is nothing to open");
        }
        StringBuilder paths = new StringBuilder();
        files.forEach(file -> paths.append(module.shown(file)).append('\n'));
        report(
                settings,
                paths.toString(),
                () -> JsonReport.revisions(
                        sources.stream().map(Source::revision).toList()));
        Editor.ofUser(session()).filter(editor -> !files.isEmpty()).ifPresent(editor -> editor.open(files));
    }

    private static Source source(Listed history, RevisionDetail revision) {
        return new Source(
                revision,
                history.sources()
                        .revision(revision.id())
                        .map(SourceRevision::file)
                        .orElseThrow(() -> new MigrateException(Problem.of(
                                        ProblemCode.UNREADABLE_ANNOTATION,
                                        "no source of this module declares \"" + revision.id() + "\" "
                                                + revision.info().message())
                                .next("look for the id in the sources of the module that declares it"))));
    }
}
