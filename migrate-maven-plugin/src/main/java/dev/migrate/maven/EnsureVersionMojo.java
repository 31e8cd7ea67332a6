package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.ConnectionSettings;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.execute.EnsureVersionResult;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.index.IndexScope;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.report.JsonReport;
import dev.migrate.report.RunReport;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.jspecify.annotations.Nullable;

/**
 * Creates migrate's own tables where they are not there, and has the database remember what it is: with {@code -Pprod}, or
 * {@code -Dmigrate.environment=prod -Dmigrate.production}, every run is held against that from then on. A second call
 * changes nothing. Needs no compiled classes.
 */
@Mojo(name = "ensure-version", threadSafe = true)
public final class EnsureVersionMojo extends AbstractConnectedMojo {

    /**
     * The environment that the database is marked with so far, where it becomes another, or is in production no longer.
     * User property: {@code migrate.replaces}.
     */
    @Parameter
    private @Nullable String replaces;

    /**
     * Writes a script that creates the tables, and marks the database unless a mark would be lost, for the database's own
     * client; nothing is connected to. User property: {@code migrate.sql}, {@code sql}. Default: {@code false}.
     */
    @Parameter
    private @Nullable Boolean sql;

    /**
     * The database and the version that a script is for: {@code mysql:8.4}. User property: {@code migrate.dialect}.
     * Default: the database of the url, in the newest version that was tested.
     */
    @Parameter
    private @Nullable String dialect;

    @Inject
    private ProjectDependenciesResolver dependencies;

    /** Made by Maven. */
    public EnsureVersionMojo() {}

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.REPLACES, replaces)
                .with(Catalogue.SQL, sql)
                .with(Catalogue.DIALECT, dialect);
    }

    @Override
    void run(Settings settings) {
        refuse(settings, List.of(Catalogue.DRY_RUN));
        SourceModule module = new SourceModule(session(), project(), execution(), settings);
        if (module.enter(namesHistory(settings), getLog())) {
            Settings narrowed = ChosenHistory.narrow(
                    settings, module.history().names(), execution().getGoal());
            forgetEarlierResult(narrowed);
            narrowed.history().ifPresent(name -> getLog().info("history " + name));
            act(narrowed);
        }
    }

    private void act(Settings settings) {
        if (settings.get(Catalogue.SQL)) {
            settings.find(Catalogue.REPLACES).ifPresent(EnsureVersionMojo::refuseInScript);
            WrittenScript written = new WrittenScript(settings, project());
            written.write(
                    written.migrator(configuration(settings, EnsureVersionMojo.class.getClassLoader()))
                            .ensureVersion(),
                    getLog());
            return;
        }
        ConnectionSettings connection = settings.connection();
        getLog().info(connection.describe());
        try (OpenProject open = OpenProject.of(
                ResolvedClassPath.of(project(), session(), dependencies, getLog())
                        .urls(),
                EnsureVersionMojo.class.getClassLoader())) {
            Migrator migrator = Migrator.on(open.database(connection), configuration(settings, open.classes()));
            EnsureVersionResult result = settings.find(Catalogue.REPLACES)
                    .map(Resolved::value)
                    .map(migrator::ensureVersion)
                    .orElseGet(migrator::ensureVersion);
            report(settings, RunReport.text(result), () -> JsonReport.text(result));
        } catch (MigrateException e) {
            throw connection.redactor().redact(ClassFailure.clearer(e));
        } catch (LinkageError e) {
            throw ClassFailure.of(e);
        }
    }

    private static void refuseInScript(Resolved<String> replaces) {
        throw new MigrateException(Problem.of(ProblemCode.UNSUPPORTED, "a script replaces no mark of a database")
                .at(replaces.place())
                .next("run the goal against the database, without migrate.sql"));
    }

    private MigratorConfig configuration(Settings settings, ClassLoader classes) {
        return RunConfiguration.of(
                settings,
                classes,
                IndexScope.outputDirectories(ProjectClassPath.outputDirectory(project())),
                execution().getArtifactId() + " " + execution().getVersion(),
                new MavenRunListener(getLog()));
    }
}
