package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.ConnectionSettings;
import dev.migrate.config.Settings;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.execute.CompareResult;
import dev.migrate.execute.DesiredState;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.OfflineMigrator;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.maven.source.DifferenceSource;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.report.CompareReport;
import java.net.URL;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Fails when the database is not what the project's entities want it to be, and prints what would mend it, as Java and as
 * SQL. Writes nothing. Runs within the build, for binding.
 */
@Mojo(
        name = "check-no-fork",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public class CheckNoForkMojo extends AbstractComparingMojo {

    /**
     * What the model is compared with: {@code database}, or {@code history}, what the migrations make, which needs no
     * database. User property: {@code migrate.against}. Default: {@code database}.
     */
    @Parameter
    private @Nullable String against;

    /** The database that {@code history} is followed for: {@code mysql:8.4}. User property: {@code migrate.dialect}. */
    @Parameter
    private @Nullable String dialect;

    /** Made by Maven. */
    public CheckNoForkMojo() {}

    @Override
    final Configuration configuration() {
        return super.configuration().with(Catalogue.AGAINST, against).with(Catalogue.DIALECT, dialect);
    }

    @Override
    final void act(Settings settings, OpenProject open) {
        if (!isAgainstHistory(settings)) {
            super.act(settings, open);
        } else if (!actOnEmbedded(settings, open)) {
            OfflineMigrator migrator = OfflineDatabase.of(settings).migrator(configuration(settings, open));
            compare(settings, open, policy -> migrator.compare(desired(settings, open), policy));
        }
    }

    private static boolean isAgainstHistory(Settings settings) {
        return settings.get(Catalogue.AGAINST).equals("history");
    }

    @Override
    final void run(Settings settings, ConnectionSettings connection, Migrator migrator, OpenProject open) {
        compare(
                settings,
                open,
                policy -> isAgainstHistory(settings)
                        ? migrator.compareHistory(desired(settings, open), policy)
                        : migrator.compare(desired(settings, open), policy));
    }

    private void compare(Settings settings, OpenProject open, Function<DiffPolicy, CompareResult> comparison) {
        ComparisonPolicy policy = new ComparisonPolicy(settings, open.classes());
        CompareResult found = comparison.apply(policy.policy());
        policy.warn(getLog());
        report(settings, found);
    }

    private DesiredState desired(Settings settings, OpenProject open) {
        List<URL> classPath = ProjectClassPath.of(project(), execution().getVersion());
        return new DesiredModels(settings, project(), getLog()).open(open, classPath, configuration(settings, open));
    }

    private void report(Settings settings, CompareResult found) {
        report(settings, text(found), () -> CompareReport.json(found, java(found)));
        if (!found.diff().isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.MODEL_DIFFERS,
                            found.database() + " is not what the model says: "
                                    + differences(found.diff().differences().size()))
                    .next("mvn migrate:revision -Dautogenerate -Dmessage=\"…\""));
        }
    }

    @Override
    final void run(Settings settings, Migrator migrator) {
        throw new IllegalStateException("a comparison needs the project's classes");
    }

    private static String differences(int number) {
        return number + (number == 1 ? " difference" : " differences");
    }

    private static String text(CompareResult found) {
        if (found.diff().isEmpty()) {
            return CompareReport.text(found);
        }
        return CompareReport.text(found) + "\nas a migration:\n\n" + java(found).indent(2) + "\nas SQL:\n\n"
                + found.statements().stream()
                        .map(statement -> statement.indent(2).stripTrailing() + ";\n")
                        .collect(Collectors.joining());
    }

    private static String java(CompareResult found) {
        return DifferenceSource.of(found.diff(), found.identifierLimit(), found.placesColumns(), found.home())
                .upgradeText();
    }
}
