package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Origin;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.execute.BaselineResult;
import dev.migrate.execute.CompareResult;
import dev.migrate.execute.DesiredState;
import dev.migrate.execute.Migrator;
import dev.migrate.maven.source.DifferenceSource;
import dev.migrate.maven.source.OperationSource;
import dev.migrate.maven.source.RevisionWriter;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.report.JsonReport;
import dev.migrate.report.RunReport;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the first migration of a project whose database is there already: what makes it of an empty schema. The database
 * it was taken from is marked as having it. With a model on the command line, {@code -Dmigrate.model=hibernate}, the
 * migration makes what that says, and no database is marked. Compiles first what it needs.
 */
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends AbstractWritingMojo {

    private static final String BASELINE = "baseline";

    /** What the revision is called. User property: {@code migrate.message}, {@code message}. Default: {@code baseline}. */
    @Parameter
    private @Nullable String message;

    /**
     * Template of the class. User property: {@code migrate.template}. Default:
     * {@code src/main/migrate/revision.java.template} where that exists, else the standard one.
     */
    @Parameter
    private @Nullable String template;

    /**
     * Writes down in the database that it has the baseline, where it was taken from there. User property:
     * {@code migrate.stamp}. Default: {@code true}.
     */
    @Parameter
    private @Nullable Boolean stamp;

    /**
     * The packages that hold entities, separated by commas. User property: {@code migrate.modelPackages}. Default: what
     * {@code persistence.xml} says, else the whole module.
     */
    @Parameter
    private @Nullable String modelPackages;

    /** The unit of {@code persistence.xml}, where it has several. User property: {@code migrate.persistenceUnit}. */
    @Parameter
    private @Nullable String persistenceUnit;

    /**
     * The tables to write down, separated by commas, {@code *} for any letters. User property:
     * {@code migrate.includeTables}. Default: all.
     */
    @Parameter
    private @Nullable String includeTables;

    /**
     * The tables to leave out, separated by commas, {@code *} for any letters. User property:
     * {@code migrate.excludeTables}.
     */
    @Parameter
    private @Nullable String excludeTables;

    private boolean stamped;

    /** Made by Maven. */
    public BaselineMojo() {}

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.MESSAGE, message)
                .with(Catalogue.TEMPLATE, template)
                .with(Catalogue.STAMP, stamp)
                .with(Catalogue.MODEL_PACKAGES, modelPackages)
                .with(Catalogue.PERSISTENCE_UNIT, persistenceUnit)
                .with(Catalogue.INCLUDE_TABLES, includeTables)
                .with(Catalogue.EXCLUDE_TABLES, excludeTables);
    }

    @Override
    boolean isMeant(Settings settings, SourceHistory history) {
        return history.revisions().isEmpty();
    }

    @Override
    Optional<RevisionWriter.Written> write(Settings settings, SourceHistory history, Turn turn) {
        requireEmpty(history);
        String name = history.names().size() == 1 ? history.names().first() : "";
        Settings own = name.isEmpty() ? settings : settings.forHistory(name);
        return asking(own, name, asked -> {
            Optional<DesiredState> desired = desired(own, asked);
            ComparisonPolicy policy = new ComparisonPolicy(own, asked.open().classes());
            BaselineResult found = Migrator.baseline(asked.database(), asked.config(), desired, policy.policy());
            policy.warn(getLog());
            found.leftOut().forEach(thing -> getLog().warn("left out, since no migration can say it: " + thing));
            CompareResult made = found.made();
            if (made.diff().isEmpty()) {
                report(own, "nothing to write: there is no table\n", JsonReport::nothingWritten);
                return Optional.empty();
            }
            RevisionWriter.Written written = turn.take(sources -> {
                requireEmpty(sources.history());
                return sources.write(request(own, message(own), List.of("base"), List.of()), source(made));
            });
            if (desired.isEmpty() && own.get(Catalogue.STAMP)) {
                stamp(asked, written);
            }
            return Optional.of(written);
        });
    }

    private static OperationSource source(CompareResult made) {
        return DifferenceSource.of(made.diff(), made.identifierLimit(), made.placesColumns(), made.home());
    }

    private static void requireEmpty(SourceHistory history) {
        if (!history.revisions().isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.NOT_FIRST,
                            "there are migrations already, the first of them "
                                    + history.revisions().get(0).className())
                    .next("a baseline is where a history begins; to add to this one:"
                            + " mvn migrate:revision -Dautogenerate -Dmessage=\"…\""));
        }
    }

    /** What a build says for its checks is not meant: a baseline is of the database, unless this very call names a model. */
    private Optional<DesiredState> desired(Settings settings, Asked asked) {
        return settings.find(Catalogue.MODEL)
                .filter(given -> given.origin() == Origin.USER_PROPERTY)
                .map(given -> desiredState(settings, asked));
    }

    private static String message(Settings settings) {
        return settings.find(Catalogue.MESSAGE).map(Resolved::value).orElse(BASELINE);
    }

    private void stamp(Asked asked, RevisionWriter.Written written) {
        try {
            RunReport.text(Migrator.stampFirst(asked.database(), asked.config(), written.node()))
                    .lines()
                    .forEach(getLog()::info);
            stamped = true;
        } catch (MigrateException e) {
            throw new MigrateException(
                    e.problem()
                            .next(e.problem().next().map(next -> next + "\n").orElse("")
                                    + written.file().getFileName()
                                    + " is written; when that is mended: mvn migrate:stamp -Dto="
                                    + written.node().id()),
                    e);
        }
    }

    @Override
    String next() {
        return stamped
                ? "next: read the class; the database is marked as having it"
                : "next: read the class, then  mvn migrate:upgrade, or mvn migrate:stamp -Dto=head where its tables are there"
                        + " already";
    }
}
