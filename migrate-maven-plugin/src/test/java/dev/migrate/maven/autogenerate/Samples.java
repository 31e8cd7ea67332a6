package dev.migrate.maven.autogenerate;

import dev.migrate.testing.ProjectLoader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The models that are tried. */
final class Samples implements AutoCloseable {

    private final List<ProjectLoader> projects = new ArrayList<>();
    private final ProjectLoader plain = project();

    List<Sample> all() {
        return List.of(own("store"), own("hospital"));
    }

    private Sample own(String name) {
        return new Sample(name, plain, List.of("samples." + name), Map.of());
    }

    private ProjectLoader project() {
        ProjectLoader project = ProjectLoader.withHibernate(classes());
        projects.add(project);
        return project;
    }

    private static Path classes() {
        try {
            return Path.of(Samples.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (ProjectLoader project : projects) {
            project.close();
        }
    }
}
