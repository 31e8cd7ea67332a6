package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.RevisionDetail;
import dev.migrate.graph.RevisionExpression;
import dev.migrate.maven.ListedHistories.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that is given names of revisions to look up in the sources. */
abstract class AbstractNamingMojo extends AbstractAskingMojo {

    /**
     * The revisions, separated by commas: an id, the beginning of one, {@code head}, {@code heads}, {@code label@head},
     * {@code -1} (below the heads), {@code +1} (above the base), {@code 8f3c-1}, {@code current} (which asks the
     * database). User property: {@code migrate.to}, {@code to}. Default: {@code heads}.
     */
    @Parameter
    private @Nullable String to;

    @Override
    final Configuration configuration() {
        return super.configuration().with(Catalogue.TO, to);
    }

    @Override
    final void run(Settings settings, SourceModule module) {
        run(settings, module, module.listed(getLog()));
    }

    abstract void run(Settings settings, SourceModule module, ListedHistories histories);

    /** What was named, in the order of the names, each once, as {@code answer} shows it. */
    final <T> List<T> named(
            Settings settings, ListedHistories histories, BiFunction<Listed, RevisionDetail, T> answer) {
        List<String> names = settings.list(Catalogue.TO);
        List<RevisionExpression> expressions = (names.isEmpty() ? List.of("heads") : names)
                .stream().map(RevisionExpression::parse).toList();
        List<T> found = new ArrayList<>();
        for (RevisionExpression expression : expressions) {
            found.addAll(histories.knowing(listed -> {
                List<String> rows = expression.namesCurrent() ? rows(settings, listed) : List.of();
                return listed.revisions().show(expression, rows).revisions().stream()
                        .map(revision -> answer.apply(listed, revision))
                        .toList();
            }));
        }
        return found.stream().distinct().toList();
    }
}
