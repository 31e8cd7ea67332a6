package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.ConnectionSettings;
import dev.migrate.config.Redactor;
import dev.migrate.config.Setting;
import dev.migrate.config.Settings;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.index.IndexScope;
import dev.migrate.index.RevisionIndexes;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that works on a database with the project's compiled migrations. */
abstract class AbstractDatabaseMojo extends AbstractConnectedMojo {

    private static final String NO_FORK = "-no-fork";

    /**
     * What shares a transaction: {@code per-migration}, {@code all} or {@code none}. User property:
     * {@code migrate.transactionMode}. Default: {@code per-migration}.
     */
    @Parameter
    private @Nullable String transactionMode;

    /** How long a statement may take. User property: {@code migrate.statementTimeout}. Default: no limit. */
    @Parameter
    private @Nullable String statementTimeout;

    /** Values that migrations read with {@code op.x}. User properties: {@code migrate.x.<key>}. */
    @Parameter
    private @Nullable Map<String, String> x;

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.TRANSACTION_MODE, transactionMode)
                .with(Catalogue.STATEMENT_TIMEOUT, statementTimeout)
                .withX(x);
    }

    @Override
    final void run(Settings settings) {
        refuse(settings, refused());
        warnWhenBound();
        FreshClasses.requireCompiled(
                project(), Reactor.of(session()).written(project()), execution().getGoal());
        try (OpenProject open = OpenProject.of(
                ProjectClassPath.of(project(), execution().getVersion()),
                AbstractDatabaseMojo.class.getClassLoader())) {
            SortedSet<String> histories = RevisionIndexes.histories(open.classes(), scope(settings));
            boolean lacksHistory = lacksHistory(settings, histories);
            boolean acts =
                    !lacksHistory && (namesHistory(settings) || !histories.isEmpty() || hasMigrations(open.classes()));
            boolean nobodyActed = Reactor.of(session()).nobodyActed(session(), execution(), acts);
            if (acts) {
                run(ofOneHistory(settings, histories, open.classes()), open);
            } else if (nobodyActed) {
                throw new MigrateException(nobodyActed(settings));
            } else {
                getLog().info(
                                lacksHistory
                                        ? "no history " + settings.history().orElseThrow() + " in this module"
                                        : "no migrations in this module");
            }
        } catch (MigrateException e) {
            throw ClassFailure.clearer(e);
        } catch (LinkageError e) {
            throw ClassFailure.of(e);
        }
    }

    /** What the goal does not know. */
    List<Setting<Boolean>> refused() {
        return List.of(Catalogue.SQL, Catalogue.DRY_RUN);
    }

    /** Whether a history was named for all modules of the build, and this one has others only. */
    private boolean lacksHistory(Settings settings, SortedSet<String> histories) {
        return session().getProjects().size() > 1
                && settings.history().isPresent()
                && !namesHistory(settings)
                && !histories.isEmpty()
                && !histories.contains(ChosenHistory.inIndex(settings));
    }

    private Problem nobodyActed(Settings settings) {
        if (settings.history().isPresent() && session().getProjects().size() > 1) {
            return Problem.of(
                            ProblemCode.UNKNOWN_HISTORY,
                            "none of the modules of this build has the history \""
                                    + settings.history().get() + "\"")
                    .at(Catalogue.HISTORY.property())
                    .next("correct the name, or give it to a package with @MigrationHistory");
        }
        return Problem.of(
                        ProblemCode.NO_MIGRATIONS,
                        session().getProjects().size() == 1
                                ? "there are no migrations in " + project().getArtifactId()
                                : "none of the modules of this build holds migrations")
                .next("begin with: mvn migrate:init, then mvn migrate:revision -Dmessage=\"…\"");
    }

    private Settings ofOneHistory(Settings settings, SortedSet<String> histories, ClassLoader classes) {
        Settings narrowed =
                ChosenHistory.narrow(settings, histories, execution().getGoal());
        if (!histories.contains(ChosenHistory.inIndex(narrowed))) {
            // Before the settings of a mistyped history are missed: this says what is wrong with the name.
            RevisionIndexes.load(classes, scope(narrowed), ChosenHistory.inIndex(narrowed));
        }
        return narrowed;
    }

    private void run(Settings settings, OpenProject open) {
        forgetEarlierResult(settings);
        settings.history().ifPresent(name -> getLog().info("history " + name));
        act(settings, open);
    }

    /** Does the goal's work with the module's classes. */
    void act(Settings settings, OpenProject open) {
        ConnectionSettings connection = settings.connection();
        getLog().info(connection.describe());
        act(settings, connection, open);
    }

    /** Does the goal's work with the module's classes on one database. */
    final void act(Settings settings, ConnectionSettings connection, OpenProject open) {
        DataSource database = open.database(connection);
        Redactor redactor = connection.redactor();
        try {
            run(settings, connection, Migrator.on(database, configuration(settings, open)), open);
        } catch (MigrateException e) {
            throw redactor.redact(ClassFailure.clearer(e));
        }
    }

    /** The settings in the engine's words. */
    final MigratorConfig configuration(Settings settings, OpenProject open) {
        return RunConfiguration.of(
                settings,
                open.classes(),
                scope(settings),
                execution().getArtifactId() + " " + execution().getVersion(),
                new MavenRunListener(getLog()));
    }

    /** Does the goal's work with the module's classes and a database. */
    void run(Settings settings, ConnectionSettings connection, Migrator migrator, OpenProject open) {
        run(settings, migrator);
    }

    /** Does the goal's work for a module that has migrations. */
    abstract void run(Settings settings, Migrator migrator);

    private IndexScope scope(Settings settings) {
        return IndexScope.outputDirectories(ProjectClassPath.outputDirectory(project()))
                .packages(settings.list(Catalogue.PACKAGES));
    }

    /** Where no history was found it is worth a look why: perhaps the processor did not run, or other packages are meant. */
    private boolean hasMigrations(ClassLoader classes) {
        Path output = ProjectClassPath.outputDirectory(project());
        IndexScope scope = IndexScope.outputDirectories(output);
        if (!RevisionIndexes.histories(classes, scope).isEmpty()) {
            return true;
        }
        if (!Files.isDirectory(output)) {
            return false;
        }
        try {
            RevisionIndexes.load(classes, scope, "");
            return true;
        } catch (MigrateException e) {
            if (e.problem().code() == ProblemCode.NO_MIGRATIONS) {
                return false;
            }
            throw e;
        }
    }

    /** What to do instead of binding the goal to a phase. */
    String insteadOfBinding(String goal) {
        return "bind migrate:" + goal + NO_FORK;
    }

    private void warnWhenBound() {
        String goal = execution().getGoal();
        if (execution().getSource() == MojoExecution.Source.LIFECYCLE && !goal.endsWith(NO_FORK)) {
            getLog().warn(Problem.of(
                            ProblemCode.BOUND_FORK,
                            "migrate:" + goal
                                    + " is bound to a phase; it runs the build up to process-classes a second time")
                    .at("execution " + execution().getExecutionId() + " of "
                            + execution().getArtifactId())
                    .next(insteadOfBinding(goal))
                    .text());
        }
    }
}
