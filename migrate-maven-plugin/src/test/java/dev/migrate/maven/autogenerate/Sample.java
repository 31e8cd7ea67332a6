package dev.migrate.maven.autogenerate;

import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import dev.migrate.testing.ProjectLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A model as somebody might have written it, and the project in which it stands.
 *
 * @param name what it is called here
 * @param project its classes and its Hibernate
 * @param packages where its entities are; none where a persistence unit says it
 * @param where the databases that it is for
 * @param h2 what the URL of an H2 has to say for it
 * @param settings what Hibernate is told
 */
record Sample(
        String name,
        ProjectLoader project,
        List<String> packages,
        Predicate<SampleDatabase> where,
        String h2,
        Map<String, String> settings) {

    static Sample of(String name, ProjectLoader project, String... packages) {
        return new Sample(name, project, List.of(packages), database -> true, "", Map.of());
    }

    Sample onlyWhere(Predicate<SampleDatabase> databases) {
        return new Sample(name, project, packages, databases, h2, settings);
    }

    Sample withH2(String setting) {
        return new Sample(name, project, packages, where, ";" + setting, settings);
    }

    /** The same model under another name, with quotes about all names. */
    Sample inQuotes(String other) {
        return new Sample(other, project, packages, where, h2, Map.of("hibernate.globally_quoted_identifiers", "true"));
    }

    OpenModel open() {
        return ModelReaders.open(
                project, new ModelRequest(project.classPath(), List.of(), packages, Optional.empty(), settings));
    }
}
