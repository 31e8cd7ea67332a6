package dev.migrate.maven.autogenerate;

import static dev.migrate.maven.autogenerate.SampleDatabase.H2;
import static dev.migrate.maven.autogenerate.SampleDatabase.MARIADB;
import static dev.migrate.maven.autogenerate.SampleDatabase.MYSQL;
import static dev.migrate.maven.autogenerate.SampleDatabase.POSTGRESQL;

import dev.migrate.testing.ProjectLoader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The models that are tried. */
final class Samples implements AutoCloseable {

    private static final Set<SampleDatabase> EVERYWHERE = EnumSet.allOf(SampleDatabase.class);

    private final List<ProjectLoader> projects = new ArrayList<>();
    private final ProjectLoader plain = opened(ProjectLoader.withHibernate(classes()));

    List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        Stream.of("store", "hospital", "press", "forms", "keys", "hostile").forEach(name -> all.add(own(name)));
        all.add(new Sample("offices", plain, List.of("samples.offices"), EnumSet.of(H2, POSTGRESQL), ""));
        all.add(new Sample("branches", plain, List.of("samples.branches"), EnumSet.of(MARIADB, MYSQL), ""));
        all.add(new Sample("ledger", with("envers"), List.of("samples.ledger"), EVERYWHERE, ""));
        all.add(new Sample("bankThree", with("boot-3"), List.of("samples.bank"), EVERYWHERE, ""));
        all.add(new Sample("bankFour", opened(ProjectLoader.withHibernate("newest", roots("boot-4"))), List.of("samples.bank"), EVERYWHERE, ""));
        all.add(new Sample(
                "hibernateTesting",
                with("hibernate-testing"),
                Stream.of("animal", "contacts", "gambit", "helpdesk")
                        .map(model -> "org.hibernate.testing.orm.domain." + model)
                        .toList(),
                EVERYWHERE, ""));
        all.add(new Sample("keycloak", with("keycloak"), List.of("org.keycloak"), EVERYWHERE, ";NON_KEYWORDS=VALUE"));
        all.add(new Sample("axon", with("axon"), List.of("org.axonframework"), EVERYWHERE, ""));
        all.add(new Sample("statemachine", with("statemachine", "boot-3"), List.of("org.springframework.statemachine"), EVERYWHERE, ""));
        all.add(new Sample("modulith", with("modulith"), List.of("org.springframework.modulith"), EVERYWHERE, ""));
        List<String> only = List.of(System.getProperty("only", "").split(","));
        return all.stream().filter(n -> only.get(0).isEmpty() || only.contains(n.name())).toList();
    }

    private Sample own(String name) {
        return new Sample(name, plain, List.of("samples." + name), EVERYWHERE, "");
    }

    private ProjectLoader with(String... folders) {
        return opened(ProjectLoader.withHibernate(roots(folders)));
    }

    private static Path[] roots(String... folders) {
        return Stream.concat(Stream.of(classes()), Stream.of(folders).flatMap(folder -> ProjectLoader.jars(folder).stream()))
                .toArray(Path[]::new);
    }

    private ProjectLoader opened(ProjectLoader project) {
        projects.add(project);
        return project;
    }

    private static Path classes() {
        try {
            return Path.of(Samples.class.getProtectionDomain().getCodeSource().getLocation().toURI());
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
