package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.maven.source.RevisionWriter;
import dev.migrate.maven.source.SourceHistory;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class of a revision that joins heads, for when several people added one at the same time. It changes nothing
 * itself; edit it where the branches together need something. Works while the project does not compile: everything is
 * checked in the sources before the file is written. Its text is that of {@code src/main/migrate/merge.java.template}
 * where that exists.
 */
@Mojo(name = "merge", threadSafe = true)
public final class MergeMojo extends AbstractWritingMojo {

    /**
     * What to join, separated by commas: ids, beginnings of ids, {@code heads}, {@code label@head}. User property:
     * {@code migrate.revisions}. Default: every head that {@code migrate:heads} lists.
     */
    @Parameter
    private @Nullable String revisions;

    /**
     * What the merge is for. User property: {@code migrate.message}, {@code message}. Default: {@code merge a1 and b2},
     * with the ids of what is joined.
     */
    @Parameter
    private @Nullable String message;

    @Override
    Configuration configuration() {
        return super.configuration().with(Catalogue.REVISIONS, revisions).with(Catalogue.MESSAGE, message);
    }

    @Override
    boolean isMeant(Settings settings, SourceHistory history) {
        List<String> asked = settings.list(Catalogue.REVISIONS);
        return asked.isEmpty() ? history.heads().size() > 1 : knows(history, asked);
    }

    @Override
    Optional<RevisionWriter.Written> write(Settings settings, SourceHistory history, Turn turn) {
        return Optional.of(turn.take(sources -> merged(settings, sources)));
    }

    private RevisionWriter.Written merged(Settings settings, OpenSources sources) {
        SourceHistory history = sources.history();
        List<String> asked = settings.list(Catalogue.REVISIONS);
        List<String> parents = asked.isEmpty() ? history.heads() : ids(history, asked);
        String words =
                settings.find(Catalogue.MESSAGE).map(Resolved::value).orElseGet(() -> "merge " + inWords(parents));
        return sources.merge(request(settings, words, parents, List.of()));
    }

    @Override
    String next() {
        return "next: mvn migrate:upgrade";
    }

    private static String inWords(List<String> ids) {
        int last = ids.size() - 1;
        return last < 1 ? String.join("", ids) : String.join(", ", ids.subList(0, last)) + " and " + ids.get(last);
    }
}
