package dev.migrate.maven;

import dev.migrate.config.ConnectionSettings;
import dev.migrate.config.Settings;
import dev.migrate.execute.DatabaseRows;
import dev.migrate.execute.DesiredState;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.index.IndexScope;
import dev.migrate.maven.ListedHistories.Listed;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import java.util.List;
import java.util.function.Function;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.maven.project.ProjectDependenciesResolver;

/** A goal that reads sources and, when it is told to, asks the database where it stands: for that it needs a driver only. */
abstract class AbstractAskingMojo extends AbstractConnectedMojo {

    @Inject
    private ProjectDependenciesResolver dependencies;

    @Override
    final void run(Settings settings) {
        SourceModule module = new SourceModule(session(), project(), execution(), settings);
        if (module.enter(namesHistory(settings), getLog())) {
            forgetEarlierResult(settings);
            run(settings, module);
        }
    }

    /** Does the goal's work for a module that has migrations, or could have. */
    abstract void run(Settings settings, SourceModule module);

    /** The rows of a history's database; of an included history only those that this one builds on. */
    final List<String> rows(Settings settings, Listed history) {
        DatabaseRows found = ask(settings, history);
        return history.sources().includesOthers()
                ? known(found, history)
                : found.knownTo(history.revisions().graph());
    }

    /** The same for marks in a list, which is of use although some rows have no place in it. */
    final List<String> knownRows(Settings settings, Listed history) {
        DatabaseRows found = ask(settings, history);
        if (!history.sources().includesOthers()) {
            found.unknownTo(history.revisions().graph()).map(Problem::text).ifPresent(getLog()::warn);
        }
        return known(found, history);
    }

    private static List<String> known(DatabaseRows found, Listed history) {
        return found.rows().stream()
                .filter(row -> history.revisions().graph().revision(row).isPresent())
                .toList();
    }

    private DatabaseRows ask(Settings settings, Listed history) {
        Settings own = history.name().isEmpty() ? settings : settings.forHistory(history.name());
        return asking(own, history.name(), asked -> DatabaseRows.of(asked.database(), asked.config()));
    }

    /**
     * What a question is asked with.
     *
     * @param open the project's classes
     * @param classPath where they are, and what of it could not be had
     * @param database the history's database
     * @param config the settings in the engine's words
     */
    record Asked(OpenProject open, ResolvedClassPath classPath, DataSource database, MigratorConfig config) {}

    /** Asks something of a history's database, with the project's classes as they lie there. */
    final <T> T asking(Settings settings, String history, Function<Asked, T> question) {
        ConnectionSettings connection = settings.connection();
        getLog().info(connection.describe());
        ResolvedClassPath classPath = ResolvedClassPath.of(project(), session(), dependencies, getLog());
        try (OpenProject open = OpenProject.of(classPath.urls(), AbstractAskingMojo.class.getClassLoader())) {
            MigratorConfig config = RunConfiguration.of(
                    history,
                    settings,
                    open.classes(),
                    IndexScope.outputDirectories(ProjectClassPath.outputDirectory(project())),
                    execution().getArtifactId() + " " + execution().getVersion(),
                    new MavenRunListener(getLog()));
            return question.apply(new Asked(open, classPath, open.database(connection), config));
        } catch (MigrateException e) {
            throw connection.redactor().redact(ClassFailure.clearer(e));
        } catch (LinkageError e) {
            throw ClassFailure.of(e);
        }
    }

    /** What the database should be, as the settings say it. */
    final DesiredState desiredState(Settings settings, Asked asked) {
        if (DesiredModels.areEntities(settings)) {
            asked.classPath().requireWhole();
        }
        return new DesiredModels(settings, project(), getLog())
                .open(asked.open(), asked.classPath().urls(), asked.config());
    }
}
