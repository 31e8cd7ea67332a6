package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.model.Mapping;
import dev.migrate.model.Mapping.Said;
import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.TableName;
import dev.migrate.testing.ProjectLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes, files and settings make up a project's model. */
class FoundModelsTest {

    @TempDir
    Path output;

    private ProjectLoader project() {
        return ProjectLoader.withHibernate("newest", output);
    }

    private Mapping mapping(ProjectLoader project, List<String> packages, String unit) {
        return ModelReaders.open(project, request(project, packages, unit)).mapping();
    }

    private ModelRequest request(ProjectLoader project, List<String> packages, String unit) {
        return new ModelRequest(
                project.classPath(),
                List.of(output),
                packages,
                Optional.of(unit).filter(name -> !name.isEmpty()),
                Map.of());
    }

    private void compiled(String packageName) throws IOException {
        Path to = Files.createDirectories(output.resolve(packageName.replace('.', '/')));
        try (var files = Files.list(Samples.classes().resolve(packageName.replace('.', '/')))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private void persistenceXml(String units) throws IOException {
        Files.createDirectories(output.resolve("META-INF"));
        Files.writeString(
                output.resolve("META-INF/persistence.xml"),
                "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.0\">" + units
                        + "</persistence>");
    }

    @Test
    void withoutAWordItIsEverythingThatTheProjectCompiles() throws IOException {
        compiled("samples.clinic");
        try (ProjectLoader project = project()) {
            Mapping mapping = mapping(project, List.of(), "");

            assertThat(mapping.name()).isEqualTo("entities of this project");
            assertThat(mapping.classes())
                    .containsExactly(
                            "samples.clinic.CareTeam",
                            "samples.clinic.Insurer",
                            "samples.clinic.Occupancy",
                            "samples.clinic.Patient",
                            "samples.clinic.Ward",
                            "samples.clinic.WardLoad");
            assertThat(mapping.packages()).containsExactly("samples.clinic");
        }
    }

    @Test
    void packagesAreLookedForInJarsToo() throws IOException {
        Path jar = output.resolve("clinic.jar");
        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.list(Samples.classes().resolve("samples/clinic"))) {
            for (Path file : files.toList()) {
                entries.putNextEntry(new JarEntry("samples/clinic/" + file.getFileName()));
                entries.write(Files.readAllBytes(file));
            }
        }
        try (ProjectLoader project = ProjectLoader.withHibernate("newest", jar)) {
            assertThat(mapping(project, List.of("samples.clinic"), "").classes())
                    .hasSize(6);
            assertThatThrownBy(() -> mapping(project, List.of("samples.clin"), ""))
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining("no class in the packages samples.clin has @Entity");
        }
    }

    @Test
    void aPersistenceUnitHasWhatItListsAndWhatStandsBesideIt() throws IOException {
        compiled("samples.clinic");
        persistenceXml("""
                <persistence-unit name="clinic">
                  <provider>org.hibernate.jpa.HibernatePersistenceProvider</provider>
                  <class>com.acme.Listed</class>
                  <properties>
                    <property name="hibernate.globally_quoted_identifiers" value="false"/>
                    <property name="jakarta.persistence.jdbc.password" value="s3cret"/>
                  </properties>
                </persistence-unit>
                """);
        try (ProjectLoader project = project()) {
            Mapping mapping = mapping(project, List.of(), "");

            assertThat(mapping.name()).isEqualTo("persistence unit clinic");
            assertThat(mapping.classes())
                    .contains("com.acme.Listed", "samples.clinic.Ward")
                    .hasSize(7);
            assertThat(mapping.settings())
                    .containsOnly(
                            Map.entry("hibernate.globally_quoted_identifiers", new Said("false", "persistence.xml")));
        }
    }

    @Test
    void aPersistenceUnitMayLeaveItsSurroundingsAside() throws IOException {
        compiled("samples.clinic");
        persistenceXml("""
                <persistence-unit name="clinic">
                  <class>samples.clinic.Ward</class>
                  <exclude-unlisted-classes>true</exclude-unlisted-classes>
                </persistence-unit>
                """);
        try (ProjectLoader project = project()) {
            assertThat(mapping(project, List.of(), "").classes()).containsExactly("samples.clinic.Ward");
        }
    }

    @Test
    void ofSeveralPersistenceUnitsOneIsNamed() throws IOException {
        persistenceXml("""
                <persistence-unit name="a"><class>com.acme.A</class></persistence-unit>
                <persistence-unit name="b"><class>com.acme.B</class></persistence-unit>
                """);
        try (ProjectLoader project = project()) {
            assertThatThrownBy(() -> mapping(project, List.of(), ""))
                    .hasMessageContaining("[model-failed] there are several persistence units: a, b")
                    .hasMessageContaining("-Dmigrate.persistenceUnit=a");
            assertThat(mapping(project, List.of(), "b").classes()).containsExactly("com.acme.B");
            assertThatThrownBy(() -> mapping(project, List.of(), "c"))
                    .hasMessageContaining("there is no persistence unit c; there are a, b");
        }
    }

    @Test
    void ormXmlIsRead() throws IOException, SQLException {
        Files.createDirectories(output.resolve("META-INF"));
        Files.writeString(output.resolve("META-INF/orm.xml"), """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                  <entity class="samples.clinic.Ward" access="FIELD" metadata-complete="true">
                    <table name="rooms"/>
                    <attributes>
                      <id name="id"/>
                      <basic name="bedCount"><column name="beds"/></basic>
                    </attributes>
                  </entity>
                </entity-mappings>
                """);
        compiled("samples.clinic");
        try (var files = Files.list(output.resolve("samples/clinic"))) {
            for (Path file : files.filter(name -> !name.endsWith("Ward.class")).toList()) {
                Files.delete(file);
            }
        }
        try (ProjectLoader project = project()) {
            DesiredModel model = Samples.onH2(ModelReaders.open(project, request(project, List.of(), "")));

            assertThat(model.schema().table(TableName.parse("rooms")).findColumn("beds"))
                    .isPresent();
        }
    }

    @Test
    void theProjectsOwnCodeIsStrongest() throws IOException {
        compiled("samples.clinic");
        compiled("samples.settings");
        Files.createDirectories(output.resolve("META-INF/services"));
        Files.writeString(
                output.resolve("META-INF/services/dev.migrate.model.ModelSettings"),
                "samples.settings.ClinicSettings\n");
        try (ProjectLoader project = project()) {
            assertThat(mapping(project, List.of("samples.clinic"), "").code())
                    .containsEntry("hibernate.globally_quoted_identifiers", true);
        }
    }

    @Test
    void withoutAProviderItIsSaid() throws IOException {
        assertThat(unsupported())
                .isEqualTo(told("the project has no Hibernate on its class path", "the runtime class path"));
    }

    @Test
    void eclipseLinkIsNotSupportedInSoManyWords() throws IOException {
        Path jar = otherProvider("org.eclipse.persistence.jpa");

        assertThat(unsupported(jar))
                .matches("(?s)" + Pattern.quote("[model-unsupported] the project uses EclipseLink ")
                        + "4\\.0\\.5.*; the entities of Hibernate 6\\.4 to 7 can be read, and no others\n"
                        + "  where: org\\.eclipse\\.persistence\\.jpa-4\\.0\\.5\\.jar\n.*migrate\\.model=sql:FILE.*");
    }

    @Test
    void hibernate5IsNotSupportedInSoManyWords() throws IOException {
        Path jar = otherProvider("hibernate-core-5");

        assertThat(unsupported(jar))
                .isEqualTo(told("the project uses Hibernate 5.6.15.Final", "hibernate-core-5.6.15.Final.jar"));
    }

    @Test
    void aHibernateOfNoVersionIsKnownByWhatItImplements() throws IOException {
        Path file = output.resolve("org/hibernate/boot/MetadataSources.class");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");

        assertThat(unsupported())
                .isEqualTo(told(
                        "the project uses a Hibernate from before Jakarta Persistence",
                        "class org.hibernate.boot.MetadataSources"));
    }

    private static Path otherProvider(String name) {
        return ProjectLoader.jars("others").stream()
                .filter(jar -> jar.getFileName().toString().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private String unsupported(Path... jars) throws IOException {
        List<Path> roots = new ArrayList<>(List.of(output));
        roots.addAll(List.of(jars));
        try (ProjectLoader project = ProjectLoader.without(roots.toArray(Path[]::new))) {
            return catchThrowableOfType(MigrateException.class, () -> mapping(project, List.of(), ""))
                    .problem()
                    .text();
        }
    }

    private static String told(String what, String where) {
        return "[model-unsupported] " + what + "; the entities of Hibernate 6.4 to 7 can be read, and no others\n"
                + "  where: " + where + "\n"
                + "  next:  let the provider write its DDL to a file, and compare with that: migrate.model=sql:FILE;"
                + " or compare with another database: migrate.model=jdbc:URL";
    }

    @Test
    void aPersistenceUnitOfAnotherProviderIsNotRead() throws IOException {
        persistenceXml("""
                <persistence-unit name="a">
                  <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
                </persistence-unit>
                """);
        try (ProjectLoader project = project()) {
            assertThatThrownBy(() -> mapping(project, List.of(), ""))
                    .hasMessageContaining("[model-unsupported] persistence unit a is for"
                            + " org.eclipse.persistence.jpa.PersistenceProvider");
        }
    }
}
