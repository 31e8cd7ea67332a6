package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Origin;
import dev.migrate.config.Settings;
import dev.migrate.maven.source.RevisionWriter;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes the class of a new revision on top of the head. Works in a red reactor: it reads sources and nothing else. */
@Mojo(name = "revision", threadSafe = true)
public final class RevisionMojo extends AbstractSourceMojo {

    /** What the revision does, in a few words. User property: {@code migrate.message}, {@code message}. Mandatory. */
    @Parameter
    private @Nullable String message;

    /**
     * What the revision follows: an id, the beginning of one, {@code label@head}, {@code base} for a new root; several,
     * separated by commas, make a merge. User property: {@code migrate.head}. Default: {@code head}.
     */
    @Parameter
    private @Nullable String head;

    /** Allows a parent that is not a head. User property: {@code migrate.splice}. Default: {@code false}. */
    @Parameter
    private @Nullable Boolean splice;

    /** Labels of the branch that starts here, separated by commas. User property: {@code migrate.branchLabel}. */
    @Parameter
    private @Nullable String branchLabel;

    /**
     * Revisions or labels that must be applied before this one, separated by commas. User property:
     * {@code migrate.dependsOn}.
     */
    @Parameter
    private @Nullable String dependsOn;

    /** The id. User property: {@code migrate.revId}. Default: made as {@code idScheme} says. */
    @Parameter
    private @Nullable String revId;

    /**
     * How ids are made: {@code hex} (12 random digits) or {@code timestamp}. User property: {@code migrate.idScheme}.
     * Default: {@code hex}.
     */
    @Parameter
    private @Nullable String idScheme;

    /** The package of the class. User property: {@code migrate.packageName}. Default: that of the parent. */
    @Parameter
    private @Nullable String packageName;

    /**
     * A file with placeholders to use as template. User property: {@code migrate.template}. Default:
     * {@code src/main/migrate/revision.java.template} where that exists.
     */
    @Parameter
    private @Nullable String template;

    /**
     * The pattern of the class name: {@code {Slug}}, {@code {slug}}, {@code {id}} and dates such as {@code {yyyyMMdd}}.
     * User property: {@code migrate.fileTemplate}. Default: <code>R{yyyyMMdd}_{Slug}</code>.
     */
    @Parameter
    private @Nullable String fileTemplate;

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.MESSAGE, message)
                .with(Catalogue.HEAD, head)
                .with(Catalogue.SPLICE, splice)
                .with(Catalogue.BRANCH_LABEL, branchLabel)
                .with(Catalogue.DEPENDS_ON, dependsOn)
                .with(Catalogue.REV_ID, revId)
                .with(Catalogue.ID_SCHEME, idScheme)
                .with(Catalogue.PACKAGE_NAME, packageName)
                .with(Catalogue.TEMPLATE, template)
                .with(Catalogue.FILE_TEMPLATE, fileTemplate);
    }

    @Override
    void run(Settings settings, SourceHistory history) {
        refuse(settings, List.of(Catalogue.AUTOGENERATE));
        requireOneModule(settings);
        NewMigrations migrations = new NewMigrations(project(), settings, history);
        RevisionWriter.Target target = new RevisionWriter.Target(
                migrations.sourceRoot(), migrations.givenPackage(), migrations.defaultPackage(), charset());
        RevisionWriter.Written written = write(settings, history, migrations, target);
        Reactor.of(session()).forgetSources(project());
        getLog().info("Generating " + shown(written.file()) + " ...  done");
        List<String> parents = written.node().downRevisions();
        getLog().info("revision " + written.node().id() + " in " + written.className()
                + (parents.isEmpty() ? ", a new base" : ", follows " + String.join(", ", parents)));
        getLog().info("next: fill in upgrade and downgrade, then  mvn migrate:upgrade");
    }

    private RevisionWriter.Written write(
            Settings settings, SourceHistory history, NewMigrations migrations, RevisionWriter.Target target) {
        try {
            return new RevisionWriter(Clock.system(ZoneId.systemDefault()), UUID::randomUUID)
                    .write(request(settings), history, migrations.template(charset()), target);
        } catch (MigrateException e) {
            boolean byDefault = settings.find(Catalogue.HEAD)
                    .filter(given -> given.origin() == Origin.DEFAULT)
                    .isPresent();
            if (byDefault && e.problem().code() == ProblemCode.SEVERAL_HEADS) {
                throw new MigrateException(withBothWays(e.problem()), e);
            }
            throw e;
        }
    }

    private static RevisionWriter.Request request(Settings settings) {
        return new RevisionWriter.Request(
                settings.get(Catalogue.MESSAGE),
                settings.list(Catalogue.HEAD),
                settings.get(Catalogue.SPLICE),
                settings.list(Catalogue.BRANCH_LABEL),
                settings.list(Catalogue.DEPENDS_ON),
                settings.find(Catalogue.REV_ID).map(given -> given.value()),
                settings.get(Catalogue.ID_SCHEME).equals("timestamp"),
                settings.get(Catalogue.FILE_TEMPLATE));
    }

    private static Problem withBothWays(Problem problem) {
        return problem.next("join them with  mvn migrate:merge\nor follow one of them with  -Dmigrate.head=<id>");
    }
}
