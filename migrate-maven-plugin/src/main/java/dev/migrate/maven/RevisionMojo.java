package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Origin;
import dev.migrate.config.Settings;
import dev.migrate.diff.Fills;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDifference;
import dev.migrate.execute.CompareResult;
import dev.migrate.execute.Migrator;
import dev.migrate.maven.source.DifferenceSource;
import dev.migrate.maven.source.OperationSource;
import dev.migrate.maven.source.RevisionWriter;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.report.CompareReport;
import dev.migrate.report.JsonReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /**
     * Compares the database with what it should be, and writes the difference into the class; where there is none, no
     * class is written. User property: {@code migrate.autogenerate}, {@code autogenerate}. Default: {@code false}.
     */
    @Parameter
    private @Nullable Boolean autogenerate;

    /**
     * What the database should be: {@code hibernate} (the project's entities), {@code sql:<file>}, {@code jdbc:<url>}. User
     * property: {@code migrate.model}. Default: {@code hibernate}.
     */
    @Parameter
    private @Nullable String model;

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
     * What has another name now: {@code users.name>full_name, people>persons}. User property: {@code migrate.renames}.
     */
    @Parameter
    private @Nullable String renames;

    /**
     * What present rows get in columns that must not be null, in SQL: {@code users.state='new'; orders.total=0}. User
     * property: {@code migrate.fill}.
     */
    @Parameter
    private @Nullable String fill;

    /**
     * Drops what the database has and the model does not know. User property: {@code migrate.dropUnknown}. Default:
     * {@code false}.
     */
    @Parameter
    private @Nullable Boolean dropUnknown;

    /**
     * Writes what may lose data, too. User property: {@code migrate.allowDestructive}. Default: {@code false}.
     */
    @Parameter
    private @Nullable Boolean allowDestructive;

    /**
     * The tables to compare, separated by commas, {@code *} for any letters. User property: {@code migrate.includeTables}.
     * Default: all.
     */
    @Parameter
    private @Nullable String includeTables;

    /**
     * The tables to leave out, separated by commas, {@code *} for any letters. User property:
     * {@code migrate.excludeTables}.
     */
    @Parameter
    private @Nullable String excludeTables;

    /** Compares types of columns. User property: {@code migrate.compareType}. Default: {@code true}. */
    @Parameter
    private @Nullable Boolean compareType;

    /** Compares defaults of columns. User property: {@code migrate.compareServerDefault}. Default: {@code true}. */
    @Parameter
    private @Nullable Boolean compareServerDefault;

    /**
     * How long a question about rows may take that the comparison has. User property: {@code migrate.statementTimeout}.
     * Default: no limit, but for tables that others have locked, which are waited for as {@code lockTimeout} says.
     */
    @Parameter
    private @Nullable String statementTimeout;

    private boolean generated;

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.MESSAGE, message)
                .with(Catalogue.HEAD, head)
                .with(Catalogue.DEPENDS_ON, dependsOn)
                .with(Catalogue.TEMPLATE, template)
                .with(Catalogue.AUTOGENERATE, autogenerate)
                .with(Catalogue.MODEL, model)
                .with(Catalogue.MODEL_PACKAGES, modelPackages)
                .with(Catalogue.PERSISTENCE_UNIT, persistenceUnit)
                .with(Catalogue.RENAMES, renames)
                .with(Catalogue.FILL, fill)
                .with(Catalogue.DROP_UNKNOWN, dropUnknown)
                .with(Catalogue.ALLOW_DESTRUCTIVE, allowDestructive)
                .with(Catalogue.INCLUDE_TABLES, includeTables)
                .with(Catalogue.EXCLUDE_TABLES, excludeTables)
                .with(Catalogue.COMPARE_TYPE, compareType)
                .with(Catalogue.COMPARE_SERVER_DEFAULT, compareServerDefault)
                .with(Catalogue.STATEMENT_TIMEOUT, statementTimeout);
    }

    @Override
    boolean isMeant(Settings settings, SourceHistory history) {
        return !isHeadByDefault(settings) && knows(history, settings.list(Catalogue.HEAD));
    }

    @Override
    Optional<RevisionWriter.Written> write(Settings settings, SourceHistory history, Turn turn) {
        RevisionWriter.Request request = request(
                settings,
                settings.get(Catalogue.MESSAGE),
                settings.list(Catalogue.HEAD),
                settings.list(Catalogue.DEPENDS_ON));
        if (!settings.get(Catalogue.AUTOGENERATE)) {
            return Optional.of(turn.take(sources -> write(settings, request, OperationSource.NOTHING, sources)));
        }
        CompareResult found = compared(settings, history);
        CompareReport.text(found).lines().forEach(getLog()::info);
        if (found.diff().isEmpty()) {
            report(settings, "nothing to do: no class is written\n", JsonReport::nothingWritten);
            return Optional.empty();
        }
        requireAllowed(settings, found);
        requireFilled(settings, found);
        OperationSource operations =
                DifferenceSource.of(found.diff(), found.identifierLimit(), found.placesColumns(), found.home());
        generated = true;
        return Optional.of(turn.take(sources -> {
            requireNoneJoined(history, sources.history());
            return write(settings, request, operations, sources);
        }));
    }

    /** What another revision brings is no difference any more, and would be written a second time. */
    private static void requireNoneJoined(SourceHistory compared, SourceHistory now) {
        if (!now.heads().equals(compared.heads())) {
            throw new MigrateException(Problem.of(
                            ProblemCode.CONCURRENT_CHANGE,
                            "the history ended at " + heads(compared) + " when the database was compared, and ends at "
                                    + heads(now) + " now: what was found may be written there already. No class was"
                                    + " written.")
                    .next("mvn migrate:upgrade, then the same again"));
        }
    }

    private static String heads(SourceHistory history) {
        List<String> heads = history.heads();
        return heads.isEmpty() ? "base" : String.join(", ", heads);
    }

    private RevisionWriter.Written write(
            Settings settings, RevisionWriter.Request request, OperationSource operations, OpenSources sources) {
        try {
            return sources.write(request, operations);
        } catch (MigrateException e) {
            if (isHeadByDefault(settings) && e.problem().code() == ProblemCode.SEVERAL_HEADS) {
                throw new MigrateException(withBothWays(e.problem()), e);
            }
            throw e;
        }
    }

    private CompareResult compared(Settings settings, SourceHistory history) {
        String name = history.names().size() == 1 ? history.names().first() : "";
        Settings own = name.isEmpty() ? settings : settings.forHistory(name);
        if (DesiredModels.areEntities(own)) {
            FreshClasses.require(project(), new SourceModule(session(), project(), execution(), settings).whole());
        }
        return asking(own, name, asked -> {
            ComparisonPolicy policy = new ComparisonPolicy(own, asked.open().classes());
            CompareResult found = Migrator.compare(
                    asked.database(), asked.config(), history.heads(), desiredState(own, asked), policy.policy());
            policy.warn(getLog());
            return found;
        });
    }

    /** What may lose data is written when somebody says so, not by the way. */
    private static void requireAllowed(Settings settings, CompareResult found) {
        List<SchemaDifference> losses = found.diff().differences().stream()
                .filter(difference -> difference.loss().isPresent())
                .toList();
        if (!losses.isEmpty() && !settings.get(Catalogue.ALLOW_DESTRUCTIVE)) {
            throw new MigrateException(Problem.of(
                            ProblemCode.DATA_LOSS,
                            "what makes the database what it should be may lose data: "
                                    + losses.stream()
                                            .map(loss ->
                                                    loss + " (" + loss.loss().orElseThrow() + ")")
                                            .collect(Collectors.joining("; "))
                                    + ". No class was written.")
                    .next("if that is meant: -Dmigrate.allowDestructive" + orRenamed(found)));
        }
    }

    /** What rows get in a column that must not be null is for a person to say. */
    private static void requireFilled(Settings settings, CompareResult found) {
        List<SchemaDiff.Unfilled> columns = found.diff().unfilled().stream()
                .filter(SchemaDiff.Unfilled::hasRows)
                .toList();
        if (!columns.isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            columns.stream()
                                            .map(column -> column.column()
                                                    + (column.isNew()
                                                            ? " must not be null without a default, and there are rows"
                                                            : " must not be null from now on, and there are rows that"
                                                                    + " have no value in it"))
                                            .collect(Collectors.joining("; "))
                                    + ": nobody says what they get. No class was written.")
                    .at("migrate.fill")
                    .next("name it in SQL: -Dmigrate.fill=\""
                            + settings.find(Catalogue.FILL)
                                    .map(said -> said.value().strip().replaceFirst(";?$", "; "))
                                    .orElse("")
                            + columns.stream()
                                    .map(column -> Fills.name(column.column()) + "=…")
                                    .collect(Collectors.joining("; "))
                            + "\""
                            + (columns.stream().allMatch(SchemaDiff.Unfilled::isNew)
                                    ? ", or give a default in the model"
                                    : " (a default in the model is for rows to come)")
                            + orRenamed(found)));
        }
    }

    private static String orRenamed(CompareResult found) {
        return found.diff().proposals().isEmpty()
                ? ""
                : "\nif it is only another name: -Dmigrate.renames=\""
                        + String.join(", ", found.diff().proposals()) + "\"";
    }

    @Override
    String next() {
        return generated
                ? "next: read the class, then  mvn migrate:upgrade"
                : "next: fill in upgrade and downgrade, then  mvn migrate:upgrade";
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
