package dev.migrate.maven.autogenerate;

import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import dev.migrate.testing.ProjectLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model as somebody might have written it, and the project in which it stands.
 *
 * @param name what it is called here
 * @param project its classes and its Hibernate
 * @param packages where its entities are
 * @param databases where it can be
 * @param h2 what its URL of an H2 says besides
 */
record Sample(String name, ProjectLoader project, List<String> packages, Set<SampleDatabase> databases, String h2) {

    OpenModel open() {
        return ModelReaders.open(
                project, new ModelRequest(project.classPath(), List.of(), packages, Optional.empty(), Map.of()));
    }
}
