package dev.migrate.maven;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.File;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;

/**
 * The class path at run time of a project whose dependencies Maven was not asked to resolve. What cannot be had, modules of a
 * red reactor for one, is passed over: the driver hardly ever is among it.
 *
 * @param urls what could be had
 * @param missing why that is not all; empty when it is
 */
record ResolvedClassPath(List<URL> urls, Optional<String> missing) {

    static ResolvedClassPath of(
            MavenProject project, MavenSession session, ProjectDependenciesResolver resolver, Log log) {
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> node.getDependency() == null
                || ProjectClassPath.isAtRunTime(node.getDependency().getScope()));
        try {
            return new ResolvedClassPath(urls(project, resolver.resolve(request)), Optional.empty());
        } catch (DependencyResolutionException e) {
            log.warn(
                    "not all dependencies can be resolved; a driver is looked for among the others: " + e.getMessage());
            return new ResolvedClassPath(urls(project, e.getResult()), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static List<URL> urls(MavenProject project, DependencyResolutionResult result) {
        List<URL> urls = new ArrayList<>();
        urls.add(ProjectClassPath.url(ProjectClassPath.outputDirectory(project).toFile()));
        for (Dependency dependency : result.getResolvedDependencies()) {
            File file = dependency.getArtifact().getFile();
            if (file != null
                    && !ProjectClassPath.isRuntime(
                            dependency.getArtifact().getGroupId(),
                            dependency.getArtifact().getArtifactId())
                    && ProjectClassPath.isAtRunTime(dependency.getScope())) {
                urls.add(ProjectClassPath.url(file));
            }
        }
        return urls;
    }

    /**
     * For entities: any of them, and what they need, may be in what is missing.
     *
     * @throws MigrateException {@code model-failed}, unless it is all there
     */
    void requireWhole() {
        missing.ifPresent(why -> {
            throw new MigrateException(Problem.of(
                            ProblemCode.MODEL_FAILED,
                            "the entities cannot be read, since not all dependencies can be resolved: " + why)
                    .next("where another module of this build is missing, have it built along:"
                            + " mvn process-classes migrate:revision … -pl <module> -am"));
        });
    }
}
