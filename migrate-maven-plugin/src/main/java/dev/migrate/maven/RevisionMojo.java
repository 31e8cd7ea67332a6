package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Origin;
import dev.migrate.config.Settings;
import dev.migrate.maven.source.RevisionWriter;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class of a new revision on top of the head. Works in a red reactor: it reads sources and nothing else, and
 * checks everything before the file is written.
 */
@Mojo(name = "revision", threadSafe = true)
public final class RevisionMojo extends AbstractWritingMojo {

    /** What the revision does, in a few words. User property: {@code migrate.message}, {@code message}. Mandatory. */
    @Parameter
    private @Nullable String message;

    /**
     * What the revision follows: an id, the beginning of one, {@code label@head}, {@code head-1}, {@code base} for a new
     * root; several, separated by commas, make a merge. User property: {@code migrate.head}. Default: {@code head}.
     */
    @Parameter
    private @Nullable String head;

    /**
     * Revisions or labels that must be applied before this one, separated by commas. User property:
     * {@code migrate.dependsOn}.
     */
    @Parameter
    private @Nullable String dependsOn;

    /**
     * A file with placeholders to use as template. User property: {@code migrate.template}. Default:
     * {@code src/main/migrate/revision.java.template} where that exists.
     */
    @Parameter
    private @Nullable String template;

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.MESSAGE, message)
                .with(Catalogue.HEAD, head)
                .with(Catalogue.DEPENDS_ON, dependsOn)
                .with(Catalogue.TEMPLATE, template);
    }

    @Override
    boolean isMeant(Settings settings, SourceHistory history) {
        return !isHeadByDefault(settings) && knows(history, settings.list(Catalogue.HEAD));
    }

    @Override
    RevisionWriter.Written write(
            Settings settings,
            SourceHistory history,
            NewMigrations place,
            RevisionWriter writer,
            RevisionWriter.Target target) {
        refuse(settings, List.of(Catalogue.AUTOGENERATE));
        RevisionWriter.Request request = request(
                settings,
                settings.get(Catalogue.MESSAGE),
                settings.list(Catalogue.HEAD),
                settings.list(Catalogue.DEPENDS_ON));
        try {
            return writer.write(request, history, place.template(target.charset()), target);
        } catch (MigrateException e) {
            if (isHeadByDefault(settings) && e.problem().code() == ProblemCode.SEVERAL_HEADS) {
                throw new MigrateException(withBothWays(e.problem()), e);
            }
            throw e;
        }
    }

    @Override
    String next() {
        return "next: fill in upgrade and downgrade, then  mvn migrate:upgrade";
    }

    private static boolean isHeadByDefault(Settings settings) {
        return settings.find(Catalogue.HEAD)
                .filter(given -> given.origin() == Origin.DEFAULT)
                .isPresent();
    }

    private static Problem withBothWays(Problem problem) {
        return problem.next("join them with  mvn migrate:merge\nor follow one of them with  -Dmigrate.head=<id>");
    }
}
