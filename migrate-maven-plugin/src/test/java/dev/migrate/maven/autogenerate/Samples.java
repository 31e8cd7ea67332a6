package dev.migrate.maven.autogenerate;

import dev.migrate.testing.ProjectLoader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The models that are tried, and the projects in which they stand; {@code -Plong} has more of them. */
final class Samples implements AutoCloseable {

    private static final boolean AT_LENGTH = Boolean.getBoolean("settings.all");

    private final List<ProjectLoader> projects = new ArrayList<>();
    private final ProjectLoader plain = opened(ProjectLoader.withHibernate(roots(List.of())));

    List<Sample> all() {
        return Stream.of(written(), ofOtherHibernates(), ofOthers())
                .flatMap(List::stream)
                .toList();
    }

    private List<Sample> written() {
        return List.of(
                own("store"),
                own("hospital"),
                own("press"),
                own("forms"),
                own("keys"),
                own("hostile"),
                own("keys").inQuotes("keysInQuotes"),
                own("offices").onlyWhere(SampleDatabase::knowsSchemas),
                Sample.of("officesAsWritten", plain, "samples.offices")
                        .onlyWhere(database -> database == SampleDatabase.H2)
                        .withH2("DATABASE_TO_UPPER=FALSE"), // home is PUBLIC there, and not public
                own("branches").onlyWhere(database -> !database.knowsSchemas()),
                Sample.of("school", opened(ProjectLoader.withHibernate(roots(List.of(classes("units/school")))))),
                Sample.of("ledger", with("envers"), "samples.ledger"),
                Sample.of("bankOfBoot3", with("boot-3"), "samples.bank"),
                Sample.of("bankOfBoot4", withHibernate("newest", "boot-4"), "samples.bank"));
    }

    private List<Sample> ofOtherHibernates() {
        return AT_LENGTH
                ? List.of(
                        Sample.of("storeOf64", withHibernate("6.4"), "samples.store"),
                        Sample.of("storeOf70", withHibernate("7.0"), "samples.store"),
                        Sample.of("storeOfNewest", withHibernate("newest"), "samples.store"),
                        Sample.of("hospitalOf64", withHibernate("6.4"), "samples.hospital"),
                        Sample.of("pressOfNewest", withHibernate("newest"), "samples.press"),
                        Sample.of("formsOfNewest", withHibernate("newest"), "samples.forms"),
                        Sample.of("keysOf70", withHibernate("7.0"), "samples.keys"))
                : List.of();
    }

    private List<Sample> ofOthers() {
        return List.of(
                Sample.of(
                        "hibernateTesting",
                        with("hibernate-testing"),
                        Stream.of("animal", "contacts", "gambit", "helpdesk")
                                .map(model -> "org.hibernate.testing.orm.domain." + model)
                                .toArray(String[]::new)),
                Sample.of("keycloak", with("keycloak"), "org.keycloak").withH2("NON_KEYWORDS=VALUE"),
                Sample.of("axon", with("axon"), "org.axonframework"),
                Sample.of("statemachine", with("statemachine", "boot-3"), "org.springframework.statemachine"),
                Sample.of("modulith", with("modulith"), "org.springframework.modulith"));
    }

    private Sample own(String name) {
        return Sample.of(name, plain, "samples." + name);
    }

    private ProjectLoader with(String... folders) {
        return opened(ProjectLoader.withHibernate(roots(jars(folders))));
    }

    private ProjectLoader withHibernate(String version, String... folders) {
        return opened(ProjectLoader.withHibernate(version, roots(jars(folders))));
    }

    private static List<Path> jars(String... folders) {
        return Stream.of(folders)
                .flatMap(folder -> ProjectLoader.jars(folder).stream())
                .toList();
    }

    private static Path[] roots(List<Path> others) {
        List<Path> roots = new ArrayList<>(List.of(classes()));
        roots.addAll(jars("transactions"));
        roots.addAll(others);
        return roots.toArray(Path[]::new);
    }

    private ProjectLoader opened(ProjectLoader project) {
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

    private static Path classes(String directory) {
        return classes().resolve(directory);
    }

    @Override
    public void close() throws IOException {
        for (ProjectLoader project : projects) {
            project.close();
        }
    }
}
