package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Origin;
import dev.migrate.config.Redactor;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.execute.DesiredState;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Finds what {@code migrate.model} names, in a project whose classes are open. */
final class DesiredModels {

    private static final Pattern OF_A_CONNECTION =
            Pattern.compile("(?i).*(\\.jdbc\\.|\\.connection\\.|password|secret|credential).*");

    private static final String ENTITIES = "hibernate";
    private static final String SCRIPT = "sql:";
    private static final String DATABASE = "jdbc:";

    private static final Set<ProblemCode> NO_MODEL = EnumSet.of(ProblemCode.MODEL_UNSUPPORTED, ProblemCode.NO_ENTITIES);

    private final Settings settings;
    private final MavenProject project;
    private final Log log;

    DesiredModels(Settings settings, MavenProject project, Log log) {
        this.settings = settings;
        this.project = project;
        this.log = log;
    }

    /** Whether it is read from the project's own classes. */
    static boolean areEntities(Settings settings) {
        return settings.find(Catalogue.MODEL)
                .filter(given -> given.value().strip().equals(ENTITIES))
                .isPresent();
    }

    /**
     * Opens it.
     *
     * @param open the project's classes
     * @param classPath where they are
     * @param config the settings in the engine's words
     * @throws dev.migrate.problem.MigrateException {@code bad-parameter}, when {@code migrate.model} names nothing that is
     *     known; {@code model-unsupported} or {@code model-failed}, when the entities cannot be read
     */
    DesiredState open(OpenProject open, List<URL> classPath, MigratorConfig config) {
        Resolved<String> given = settings.find(Catalogue.MODEL).orElseThrow();
        String model = given.value().strip();
        if (model.equals(ENTITIES)) {
            return entities(open, classPath);
        }
        if (model.startsWith(SCRIPT)) {
            return script(model.substring(SCRIPT.length()).strip(), given.place(), open);
        }
        if (model.startsWith(DATABASE)) {
            String shown = Redactor.url(model);
            log.info("model: " + shown);
            return DesiredState.ofDatabase(shown, model, sessions(open), config);
        }
        throw new MigrateException(
                Problem.of(ProblemCode.BAD_PARAMETER, "\"" + Redactor.url(model) + "\" does not say what should be")
                        .at(given.place())
                        .next("hibernate for the project's entities, sql:src/main/db/schema.sql for a file,"
                                + " jdbc:… for another database"));
    }

    private DesiredState script(String name, String place, OpenProject open) {
        Path file = project.getBasedir().toPath().resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            name.isEmpty() ? "\"" + SCRIPT + "\" names no file" : "there is no file " + name)
                    .at(place)
                    .next("name a file, as seen from the directory of the module: sql:src/main/db/schema.sql"));
        }
        log.info("model: " + name);
        return DesiredState.ofScript(name, file, sessions(open));
    }

    private DesiredState entities(OpenProject open, List<URL> classPath) {
        OpenModel model = ModelReaders.open(open.classes(), request(classPath));
        int classes = model.mapping().classes().size();
        log.info("model: " + model.mapping().name() + ", " + classes
                + (classes == 1 ? " mapped class" : " mapped classes"));
        model.mapping().settings().forEach((name, said) -> {
            if (!OF_A_CONNECTION.matcher(name).matches()) { // may hold a password, and no connection is made by it
                log.info("  " + name + " = " + said.value() + " (" + said.origin() + ")");
            }
        });
        return DesiredState.ofEntities(model, sessions(open));
    }

    private static ProjectSessions sessions(OpenProject open) {
        return new ProjectSessions(open, Optional.empty());
    }

    /**
     * Opens it where there is one. That a project has no entities is said in a line, unless somebody has asked for them.
     *
     * @param open the project's classes
     * @param classPath where they are
     * @param config the settings in the engine's words
     * @return empty, when the project has no entities, or has them of a provider that is not read
     */
    Optional<DesiredState> find(OpenProject open, List<URL> classPath, MigratorConfig config) {
        boolean asked = settings.find(Catalogue.MODEL)
                .filter(given -> given.origin() != Origin.DEFAULT)
                .isPresent();
        try {
            return Optional.of(open(open, classPath, config));
        } catch (MigrateException e) {
            if (asked || !NO_MODEL.contains(e.problem().code())) {
                throw e;
            }
            log.info("no model to compare with: " + e.problem().what());
            return Optional.empty();
        }
    }

    private ModelRequest request(List<URL> classPath) {
        return new ModelRequest(
                classPath.stream()
                        .map(url -> Path.of(URI.create(url.toString())))
                        .toList(),
                List.of(ProjectClassPath.outputDirectory(project)),
                settings.list(Catalogue.MODEL_PACKAGES),
                settings.find(Catalogue.PERSISTENCE_UNIT).map(Resolved::value),
                Map.of());
    }
}
