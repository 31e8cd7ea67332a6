package dev.migrate.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;

/** A project, a session and a log for one goal, all real except that no POM is read. */
final class GoalFixture {

    final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    final MavenProject project;
    final MavenSession session;
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Model model = new Model();

    GoalFixture(Path directory) {
        project = project(directory, model, "shop");
        request.setBaseDirectory(directory.toFile());
        session = session();
    }

    @SuppressWarnings("deprecation") // the only way to one without a container
    private MavenSession session() {
        MavenSession made = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
        made.setProjects(List.of(project));
        made.setCurrentProject(project);
        return made;
    }

    static MavenProject project(Path directory, Model model, String artifactId) {
        model.setModelVersion("4.0.0");
        model.setGroupId("com.acme");
        model.setArtifactId(artifactId);
        model.setVersion("1");
        Build build = new Build();
        build.setDirectory(directory.resolve("target").toString());
        build.setSourceDirectory(directory.resolve("src/main/java").toString());
        build.setOutputDirectory(directory.resolve("target/classes").toString());
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setOriginalModel(model);
        project.setFile(directory.resolve("pom.xml").toFile());
        project.addCompileSourceRoot(build.getSourceDirectory());
        return project;
    }

    GoalFixture user(String property, String value) {
        request.getUserProperties().setProperty(property, value);
        return this;
    }

    GoalFixture environment(String variable, String value) {
        request.getSystemProperties().setProperty("env." + variable, value);
        return this;
    }

    GoalFixture pom(String property, String value) {
        model.addProperty(property, value);
        return this;
    }

    GoalFixture profile(String id, String property, String value) {
        Profile profile = new Profile();
        profile.setId(id);
        profile.addProperty(property, value);
        model.addProfile(profile);
        project.setActiveProfiles(List.of(profile));
        return this;
    }

    GoalFixture server(String id, String username, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        request.addServer(server);
        return this;
    }

    GoalFixture dependency(String groupId, String artifactId, String version, Path file) {
        DefaultArtifactHandler handler = new DefaultArtifactHandler("jar");
        handler.setAddedToClasspath(true);
        Artifact artifact =
                new DefaultArtifact(groupId, artifactId, version, Artifact.SCOPE_COMPILE, "jar", null, handler);
        artifact.setFile(file.toFile());
        LinkedHashSet<Artifact> artifacts = new LinkedHashSet<>(project.getArtifacts());
        artifacts.add(artifact);
        project.setArtifacts(artifacts);
        return this;
    }

    GoalFixture source(String path, String text) throws IOException {
        Path file = project.getBasedir().toPath().resolve("src/main/java").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    static MojoExecution execution(String goal, MojoExecution.Source source) {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("dev.migrate");
        plugin.setArtifactId("migrate-maven-plugin");
        plugin.setVersion("0.1.0-SNAPSHOT");
        plugin.setPlugin(new Plugin());
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setPluginDescriptor(plugin);
        descriptor.setGoal(goal);
        return new MojoExecution(descriptor, "default-cli", source);
    }

    /** Keeps what a goal says, level first. */
    Log log() {
        return new RecordingLog(lines);
    }
}
