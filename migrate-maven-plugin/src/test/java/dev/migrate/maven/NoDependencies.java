package dev.migrate.maven;

import java.util.List;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/** A project without dependencies: the driver is the plugin's. */
final class NoDependencies implements ProjectDependenciesResolver, DependencyResolutionResult {

    @Override
    public DependencyResolutionResult resolve(DependencyResolutionRequest request) {
        return this;
    }

    @Override
    public DependencyNode getDependencyGraph() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Dependency> getDependencies() {
        return List.of();
    }

    @Override
    public List<Dependency> getResolvedDependencies() {
        return List.of();
    }

    @Override
    public List<Dependency> getUnresolvedDependencies() {
        return List.of();
    }

    @Override
    public List<Exception> getCollectionErrors() {
        return List.of();
    }

    @Override
    public List<Exception> getResolutionErrors(Dependency dependency) {
        return List.of();
    }
}
