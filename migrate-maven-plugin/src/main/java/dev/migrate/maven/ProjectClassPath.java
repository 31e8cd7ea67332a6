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
import org.apache.maven.project.MavenProject;
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
            if (isRuntime(artifact.getGroupId(), artifact.getArtifactId())) {
                requireNotNewer(artifact.getVersion(), pluginVersion);
            } else if (isAtRunTime(artifact)) {
                classPath.add(url(artifact.getFile()));
            }
        }
        return classPath;
    }

    /** Whether it is migrate's own jar. */
    static boolean isRuntime(String groupId, String artifactId) {
        return groupId.equals(GROUP) && artifactId.equals(RUNTIME);
    }

    private static boolean isAtRunTime(Artifact artifact) {
        return artifact.getArtifactHandler().isAddedToClasspath()
                && artifact.getFile() != null
                && isAtRunTime(artifact.getScope());
    }

    static boolean isAtRunTime(@Nullable String scope) {
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

    static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(file + " has no URL", e);
        }
    }
}
