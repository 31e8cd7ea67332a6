package dev.migrate.maven;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.versioning.ArtifactVersion;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;
import org.jspecify.annotations.Nullable;

/** What a project runs with, without migrate's own jar: that one comes from the plugin. */
final class ProjectClassPath {

    private static final String GROUP = "dev.migrate";
    private static final String RUNTIME = "migrate-runtime";

    private ProjectClassPath() {}

    static Path outputDirectory(MavenProject project) {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    /**
     * The class path at run time.
     *
     * @param project the project, its dependencies resolved
     * @param pluginVersion the version of this plugin
     * @throws MigrateException {@code version-skew}, when the project was compiled against a newer migrate
     */
    static List<URL> of(MavenProject project, String pluginVersion) {
        List<URL> classPath = new ArrayList<>();
        classPath.add(url(outputDirectory(project).toFile()));
        for (Artifact artifact : project.getArtifacts()) {
            if (artifact.getGroupId().equals(GROUP) && artifact.getArtifactId().equals(RUNTIME)) {
                requireNotNewer(artifact.getVersion(), pluginVersion);
            } else if (isAtRunTime(artifact)) {
                classPath.add(url(artifact.getFile()));
            }
        }
        return classPath;
    }

    /**
     * The class path at run time of a project whose dependencies nobody has resolved yet: for the driver, which hardly
     * ever is what cannot be had. Modules of a red reactor are such, and are passed over.
     */
    static List<URL> resolved(
            MavenProject project, MavenSession session, ProjectDependenciesResolver resolver, Log log) {
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) ->
                node.getDependency() == null || isAtRunTime(node.getDependency().getScope()));
        List<URL> classPath = new ArrayList<>();
        classPath.add(url(outputDirectory(project).toFile()));
        for (Dependency dependency : resolve(resolver, request, log).getResolvedDependencies()) {
            File file = dependency.getArtifact().getFile();
            boolean isRuntime = dependency.getArtifact().getGroupId().equals(GROUP)
                    && dependency.getArtifact().getArtifactId().equals(RUNTIME);
            if (file != null && !isRuntime && isAtRunTime(dependency.getScope())) {
                classPath.add(url(file));
            }
        }
        return classPath;
    }

    private static DependencyResolutionResult resolve(
            ProjectDependenciesResolver resolver, DefaultDependencyResolutionRequest request, Log log) {
        try {
            return resolver.resolve(request);
        } catch (DependencyResolutionException e) {
            log.warn(
                    "not all dependencies can be resolved; a driver is looked for among the others: " + e.getMessage());
            return e.getResult();
        }
    }

    private static boolean isAtRunTime(Artifact artifact) {
        return artifact.getArtifactHandler().isAddedToClasspath()
                && artifact.getFile() != null
                && isAtRunTime(artifact.getScope());
    }

    private static boolean isAtRunTime(@Nullable String scope) {
        return Artifact.SCOPE_COMPILE.equals(scope) || Artifact.SCOPE_RUNTIME.equals(scope);
    }

    /** The API may grow with each minor version; a patch changes nothing that a migration could see. */
    private static void requireNotNewer(String projectVersion, String pluginVersion) {
        ArtifactVersion ofProject = new DefaultArtifactVersion(projectVersion);
        ArtifactVersion ofPlugin = new DefaultArtifactVersion(pluginVersion);
        boolean newer = ofProject.getMajorVersion() > ofPlugin.getMajorVersion()
                || (ofProject.getMajorVersion() == ofPlugin.getMajorVersion()
                        && ofProject.getMinorVersion() > ofPlugin.getMinorVersion());
        if (newer) {
            throw new MigrateException(Problem.of(
                            ProblemCode.VERSION_SKEW,
                            "the project uses " + RUNTIME + " " + projectVersion + ", but the plugin is "
                                    + pluginVersion + " and would run its migrations with an older API")
                    .next("give the plugin the version " + projectVersion + ": one property for both is best"));
        }
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(file + " has no URL", e);
        }
    }
}
