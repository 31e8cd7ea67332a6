package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.testing.ProjectLoader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Bean Validation says of columns is part of the schema that Hibernate creates for an application. */
class BeanValidationTest {

    @TempDir
    Path output;

    @BeforeEach
    void compile() throws IOException {
        Path source = Files.writeString(output.resolve("Person.java"), """
                package app;
                @jakarta.persistence.Entity
                public class Person {
                    @jakarta.persistence.Id long id;
                    @jakarta.validation.constraints.NotNull
                    @jakarta.validation.constraints.Size(max = 40) String name;
                }
                """);
        List<Path> jars = new ArrayList<>(ProjectLoader.jars("validation"));
        jars.addAll(ProjectLoader.jars("newest"));
        String classPath = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", output.toString(), source.toString());
        assertThat(result).isZero();
        Files.createDirectories(output.resolve("META-INF"));
        Files.writeString(output.resolve("META-INF/validation.xml"), """
                <validation-config xmlns="https://jakarta.ee/xml/ns/validation/configuration" version="3.0">
                  <message-interpolator>org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator\
                </message-interpolator>
                </validation-config>
                """);
    }

    private DesiredModel person(String hibernate, Map<String, String> settings, Path... more)
            throws IOException, SQLException {
        List<Path> roots = new ArrayList<>(List.of(output));
        roots.addAll(List.of(more));
        try (ProjectLoader project = ProjectLoader.withHibernate(hibernate, roots.toArray(Path[]::new))) {
            return Samples.onH2(ModelReaders.open(
                    project,
                    new ModelRequest(project.classPath(), List.of(output), List.of(), Optional.empty(), settings)));
        }
    }

    private static Column name(DesiredModel person) {
        Table table = person.schema().table(TableName.parse("person"));
        return table.column("name");
    }

    private static Column name(int length, boolean nullable) {
        return Column.of("name", new ColumnType.VarChar(length)).withNullable(nullable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.4", "newest"})
    void itCounts(String hibernate) throws IOException, SQLException {
        DesiredModel person =
                person(hibernate, Map.of(), ProjectLoader.jars("validation").toArray(Path[]::new));

        assertThat(person.warnings()).isEmpty();
        assertThat(name(person)).isEqualTo(name(40, false));
    }

    @Test
    void itDoesNotWhereTheApplicationSaysSo() throws IOException, SQLException {
        DesiredModel person = person(
                "newest",
                Map.of("jakarta.persistence.validation.mode", "callback"),
                ProjectLoader.jars("validation").toArray(Path[]::new));

        assertThat(name(person)).isEqualTo(name(255, true));
    }
}
