package dev.migrate.scratch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.model.Mapping.Said;
import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import dev.migrate.schema.Column;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.testing.ProjectLoader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A project with Spring Boot and without {@code persistence.xml}. */
class SpringTest {

    @TempDir
    Path resources;

    @TempDir
    Path sources;

    @TempDir
    Path classes;

    private ProjectLoader project(String hibernate, String boot) {
        return ProjectLoader.withHibernate(
                hibernate,
                Samples.classes(),
                resources,
                ProjectLoader.jars(boot).get(0));
    }

    private static OpenModel clinic(ProjectLoader project) {
        return ModelReaders.open(
                project,
                new ModelRequest(
                        project.classPath(),
                        List.of(Samples.classes()),
                        List.of("samples.clinic"),
                        Optional.empty(),
                        Map.of()));
    }

    @Test
    void springBoot3NamesAreThoseOfItsStrategies() throws IOException, SQLException {
        try (ProjectLoader project = project("6.4", "boot-3")) {
            namesAreInSnakeCase(clinic(project));
        }
    }

    @Test
    void springBoot4NamesAreThoseOfItsStrategies() throws IOException, SQLException {
        try (ProjectLoader project = project("newest", "boot-4")) {
            namesAreInSnakeCase(clinic(project));
        }
    }

    private static void namesAreInSnakeCase(OpenModel clinic) throws SQLException {
        DesiredModel desired = Samples.onH2(clinic);

        assertThat(desired.schema().tables().stream().map(Table::name).map(TableName::toString))
                .containsExactly(
                        "care_team", "hospital_ward", "patient", "patient_care_teams", "ward_load", "billing.insurer");
        assertThat(desired.schema().table(TableName.parse("patient")).columns().stream()
                        .map(Column::name))
                .containsExactlyInAnyOrder(
                        "patient_id", "arrives_from", "family_name", "date_of_birth", "current_ward_id", "insured_at");
        assertThat(desired.readOnly()).containsExactly(TableName.parse("ward_load"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    boot-3, org.springframework.boot.autoconfigure.domain.EntityScan, '("samples.clinic")'
                    boot-3, org.springframework.boot.autoconfigure.domain.EntityScan, '(basePackages = {"x", "samples.clinic"})'
                    boot-4, org.springframework.boot.persistence.autoconfigure.EntityScan, '(basePackageClasses = samples.clinic.Patient.class)'
                    """)
    void entitiesAreWhereTheApplicationScansForThem(String boot, String annotation, String where) throws IOException {
        Path application = application(boot, "@" + annotation + where);
        try (ProjectLoader project = project("6.4", boot)) {
            assertThat(scanned(project, application).mapping().classes())
                    .contains("samples.clinic.Patient")
                    .allMatch(each -> each.startsWith("samples.clinic."));
        }
    }

    @Test
    void whereItScansByASettingIsForAPersonToSay() throws IOException {
        Path application =
                application("boot-3", "@org.springframework.boot.autoconfigure.domain.EntityScan(\"${entities}\")");
        try (ProjectLoader project = project("6.4", "boot-3")) {
            assertThatThrownBy(() -> scanned(project, application)).hasMessage("""
                    [model-failed] @EntityScan of shop.Application names "${entities}", of which only a running \
                    application knows what it stands for
                      next:  name the packages of the entities: -Dmigrate.modelPackages=…""");
        }
    }

    private static OpenModel scanned(ProjectLoader project, Path application) {
        return ModelReaders.open(
                project,
                new ModelRequest(project.classPath(), List.of(application), List.of(), Optional.empty(), Map.of()));
    }

    /** A module of its own, compiled against Spring Boot's own annotations. */
    private Path application(String boot, String annotation) throws IOException {
        Path source = Files.writeString(
                Files.createDirectories(sources.resolve("shop")).resolve("Application.java"),
                "package shop; " + annotation + " public class Application {}");
        String classPath = Stream.concat(Stream.of(Samples.classes()), ProjectLoader.jars(boot).stream())
                .map(Path::toString)
                .collect(joining(File.pathSeparator));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xlint:none",
                        "-cp",
                        classPath,
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(status).isZero();
        return classes;
    }

    @Test
    void whatTheApplicationSaysIsStrongerThanSpringsDefaults() throws IOException, SQLException {
        Files.writeString(resources.resolve("application.properties"), """
                spring.jpa.hibernate.naming.physical-strategy=\
                org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl
                spring.jpa.properties.hibernate.type.preferred_uuid_jdbc_type=CHAR
                spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect
                spring.datasource.password=s3cret
                """);
        try (ProjectLoader project = project("6.4", "boot-3")) {
            OpenModel clinic = clinic(project);

            assertThat(clinic.mapping().settings())
                    .containsEntry(
                            "hibernate.physical_naming_strategy",
                            new Said(
                                    "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl",
                                    "application.properties"))
                    .containsEntry(
                            "hibernate.type.preferred_uuid_jdbc_type", new Said("CHAR", "application.properties"))
                    .containsEntry(
                            "hibernate.implicit_naming_strategy",
                            new Said(
                                    "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
                                    "what Spring Boot 3 does unless told otherwise"))
                    .hasSize(4);
            DesiredModel desired = Samples.onH2(clinic);
            assertThat(desired.schema().findTable(TableName.parse("hospitalward")))
                    .isPresent();
            assertThat(desired.warnings().toString())
                    .contains("hibernate.dialect is org.hibernate.dialect.PostgreSQLDialect", "the database is H2");
        }
    }

    @Test
    void yamlIsReadAsFarAsItIsPlain() throws IOException {
        Files.writeString(resources.resolve("application.yml"), """
                # what the clinic says
                spring:
                  jpa:
                    database-platform: "org.hibernate.dialect.H2Dialect"  # the tests' own
                    properties:
                      hibernate:
                        timezone.default_storage: NORMALIZE
                      "[hibernate.type.preferred_instant_jdbc_type]": TIMESTAMP
                      hibernate.type.preferred_uuid_jdbc_type: CHAR
                    mapping-resources:
                      - a.xml
                server:
                  port: 8080
                ---
                spring.jpa.database-platform: of.a.Profile
                """);
        try (ProjectLoader project = project("6.4", "boot-3")) {
            assertThat(clinic(project).mapping().settings())
                    .containsEntry("hibernate.dialect", new Said("org.hibernate.dialect.H2Dialect", "application.yml"))
                    .containsEntry("hibernate.timezone.default_storage", new Said("NORMALIZE", "application.yml"))
                    .containsEntry(
                            "hibernate.type.preferred_instant_jdbc_type", new Said("TIMESTAMP", "application.yml"))
                    .containsEntry("hibernate.type.preferred_uuid_jdbc_type", new Said("CHAR", "application.yml"))
                    .doesNotContainKey("server.port");
        }
    }
}
