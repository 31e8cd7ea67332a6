package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.execute.DesiredState;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Finds what {@code migrate.model} names, in a project whose classes are open. */
final class DesiredModels {

    private static final Pattern OF_A_CONNECTION =
            Pattern.compile("(?i).*(\\.jdbc\\.|\\.connection\\.|password|secret|credential).*");

    private final Settings settings;
    private final MavenProject project;
    private final Log log;

    DesiredModels(Settings settings, MavenProject project, Log log) {
        this.settings = settings;
        this.project = project;
        this.log = log;
    }

    /**
     * Opens it.
     *
     * @param open the project's classes
     * @param classPath where they are
     * @throws dev.migrate.problem.MigrateException {@code bad-parameter}, when {@code migrate.model} names nothing that is
     *     known; {@code model-unsupported} or {@code model-failed}, when the entities cannot be read
     */
    DesiredState open(OpenProject open, List<URL> classPath) {
        OpenModel model = ModelReaders.open(open.classes(), request(classPath));
        log.info("model: " + model.mapping().name() + ", "
                + model.mapping().classes().size() + " mapped classes");
        model.mapping().settings().forEach((name, said) -> {
            if (!OF_A_CONNECTION.matcher(name).matches()) { // may hold a password, and no connection is made by it
                log.info("  " + name + " = " + said.value() + " (" + said.origin() + ")");
            }
        });
        return DesiredState.ofEntities(model, open::connect);
    }

    private ModelRequest request(List<URL> classPath) {
        return new ModelRequest(
                classPath.stream().map(url -> Path.of(URI.create(url.toString()))).toList(),
                List.of(ProjectClassPath.outputDirectory(project)),
                settings.list(Catalogue.MODEL_PACKAGES),
                settings.find(Catalogue.PERSISTENCE_UNIT).map(Resolved::value),
                Map.of());
    }
}
