package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Origin;
import dev.migrate.config.Resolved;
import dev.migrate.config.Setting;
import dev.migrate.config.Settings;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: settings, skipping, and how failures are told.
 *
 * <p>No parameter has a {@code property}: with one, Maven would mix the plugin's configuration with the properties of
 * users and POMs and let the configuration win. Here a field holds what {@code <configuration>} says and nothing else,
 * as one source among those that {@link Settings} puts in order.
 */
abstract class AbstractMigrateMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Inject
    private SettingsDecrypter decrypter;

    /** Does nothing. User property: {@code migrate.skip}. Default: {@code false}. */
    @Parameter
    private @Nullable Boolean skip;

    /**
     * Names the environment: the file {@code migrate-<environment>.properties} is read, or a profile of that name must be
     * active. User property: {@code migrate.environment}; environment variables {@code MIGRATE_ENVIRONMENT},
     * {@code MIGRATE_ENV}, {@code APP_ENV}.
     */
    @Parameter
    private @Nullable String environment;

    /**
     * Says that the database is in production. One that says otherwise of itself refuses the run. User property:
     * {@code migrate.production}. Default: {@code false}.
     */
    @Parameter
    private @Nullable Boolean production;

    /** A properties file with settings, names without the prefix. User property: {@code migrate.configFile}. */
    @Parameter
    private @Nullable String configFile;

    /** The name of the history to work on. User property: {@code migrate.history}. */
    @Parameter
    private @Nullable String history;

    /**
     * The packages that hold migrations, separated by commas; the first is where new ones are written. User property:
     * {@code migrate.packages}. Default: all.
     */
    @Parameter
    private @Nullable String packages;

    /**
     * A file that the result is also written to, as JSON when its name ends in {@code .json}. User property:
     * {@code migrate.outputFile}.
     */
    @Parameter
    private @Nullable String outputFile;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Optional<Settings> settings = begin();
            if (settings.isPresent()) {
                settings.get().warnings().forEach(getLog()::warn);
                run(settings.get());
            }
        } catch (MigrateException e) {
            throw failure(e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException("migrate failed for a reason it did not expect; see the cause below", e);
        }
    }

    /** Not caused by the problem: Maven would print the words of each cause after these. {@code -e} shows all. */
    private static MojoFailureException failure(MigrateException problem) {
        MojoFailureException failure = new MojoFailureException(problem.getMessage());
        failure.addSuppressed(problem);
        return failure;
    }

    /**
     * Reads the settings, and removes what an earlier call found out before anything else can fail: else that would be
     * taken for the result of this one. Empty, when the goal is skipped.
     */
    private Optional<Settings> begin() {
        MavenSettings maven = new MavenSettings(session, project, execution);
        Settings given = maven.read(configuration().values(), new MavenServers(session.getSettings(), decrypter));
        Settings settings = ofHistory(given);
        try {
            settings = ofHistory(maven.withFiles(given));
            Resolved<Boolean> skipped = settings.find(Catalogue.SKIP).orElseThrow();
            if (skipped.value()) {
                getLog().info("skipped: " + skipped.place());
                return Optional.empty();
            }
        } catch (MigrateException e) {
            forgetOtherCall(settings);
            throw e;
        }
        forgetOtherCall(settings);
        return Optional.of(settings);
    }

    private static Settings ofHistory(Settings settings) {
        return settings.find(Catalogue.HISTORY)
                .map(name -> settings.forHistory(name.value()))
                .orElse(settings);
    }

    /** What another module has found out in this very call stays: it may go to the same file. */
    private void forgetOtherCall(Settings settings) {
        if (settings.find(Catalogue.OUTPUT_FILE)
                .filter(file -> Reactor.of(session)
                        .isFirstToWrite(execution, directory().resolve(file.value())))
                .isPresent()) {
            forgetEarlierResult(settings);
        }
    }

    /** Does the goal's work for one module. */
    abstract void run(Settings settings);

    /** What the plugin's configuration says. */
    Configuration configuration() {
        return new Configuration()
                .with(Catalogue.SKIP, skip)
                .with(Catalogue.ENVIRONMENT, environment)
                .with(Catalogue.PRODUCTION, production)
                .with(Catalogue.CONFIG_FILE, configFile)
                .with(Catalogue.HISTORY, history)
                .with(Catalogue.PACKAGES, packages)
                .with(Catalogue.OUTPUT_FILE, outputFile);
    }

    final MavenSession session() {
        return session;
    }

    final MavenProject project() {
        return project;
    }

    final MojoExecution execution() {
        return execution;
    }

    /** Where a relative path of a setting starts. */
    final Path directory() {
        return project.getBasedir().toPath();
    }

    /** Whether the module itself says that it has a history; a word on the command line is meant for all modules. */
    final boolean namesHistory(Settings settings) {
        return isOfModule(settings.find(Catalogue.HISTORY)) || isOfModule(settings.find(Catalogue.PACKAGES));
    }

    private static boolean isOfModule(Optional<? extends Resolved<?>> value) {
        return value.filter(given -> given.origin() != Origin.USER_PROPERTY && given.origin() != Origin.ENVIRONMENT)
                .isPresent();
    }

    /**
     * Removes what is in the output file. Called once more by goals that have something to do in this module, with the
     * settings of its history.
     */
    final void forgetEarlierResult(Settings settings) {
        settings.find(Catalogue.OUTPUT_FILE).ifPresent(file -> {
            Path place = directory().resolve(file.value());
            session.getProjects().forEach(module -> new ModuleInputs(module, settings).requireNone(file, place));
            ResultFile.remove(place);
        });
    }

    /** Prints a result, and writes it to the output file where one is named: there as JSON, if its name says so. */
    final void report(Settings settings, String text, Supplier<String> json) {
        text.lines().forEach(getLog()::info);
        settings.find(Catalogue.OUTPUT_FILE)
                .ifPresent(file -> ResultFile.write(
                        directory().resolve(file.value()), ResultFile.isJson(file.value()) ? json.get() : text));
    }

    /** Gives a document to the output file where one is named, else to the standard output: Maven's log would add to it. */
    final void reportDocument(Settings settings, String document) {
        Optional<Resolved<String>> file = settings.find(Catalogue.OUTPUT_FILE);
        if (file.isPresent()) {
            ResultFile.write(directory().resolve(file.get().value()), document);
        } else {
            ResultFile.print(document);
        }
    }

    /** Refuses what would change the meaning of a run if it were overlooked. */
    final void refuse(Settings settings, List<Setting<Boolean>> notThere) {
        for (Setting<Boolean> setting : notThere) {
            Resolved<Boolean> given = settings.find(setting).orElseThrow();
            if (given.value()) {
                throw new MigrateException(Problem.of(
                                ProblemCode.UNSUPPORTED,
                                "migrate:" + execution.getGoal() + " does not know " + setting.property()
                                        + " in this version")
                        .at(given.place())
                        .next("leave it out"));
            }
        }
    }
}
