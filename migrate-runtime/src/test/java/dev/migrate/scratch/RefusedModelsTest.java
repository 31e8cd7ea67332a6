package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.problem.MigrateException;
import dev.migrate.testing.ProjectLoader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a Hibernate throws at a model is one problem, which names the class that it is about. */
class RefusedModelsTest {

    private static final String PERSON =
            "package app; import jakarta.persistence.*; @Entity @Table(name = \"persons\") public class Person";

    @TempDir
    Path output;

    private void compile(String... sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", output.toString(), "-cp"));
        arguments.add(ProjectLoader.jars("newest").stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        for (int i = 0; i < sources.length; i++) {
            Path directory = Files.createDirectories(output.resolve("source" + i));
            String name = sources[i].replaceAll("(?s).*?public (?:final )?(?:class|enum) (\\w+).*", "$1");
            arguments.add(Files.writeString(directory.resolve(name + ".java"), sources[i])
                    .toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).isZero();
    }

    private String refusal(String hibernate) throws IOException {
        return refusal(hibernate, Map.of());
    }

    private String refusal(String hibernate, Map<String, String> settings) throws IOException {
        return refusal(ProjectLoader.withHibernate(hibernate, output), settings);
    }

    private String refusal(ProjectLoader loader, Map<String, String> settings) throws IOException {
        try (ProjectLoader project = loader) {
            ModelRequest request =
                    new ModelRequest(project.classPath(), List.of(output), List.of(), Optional.empty(), settings);
            return catchThrowableOfType(MigrateException.class, () -> Samples.onH2(ModelReaders.open(project, request)))
                    .problem()
                    .text();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.4", "newest"})
    void anEntityIsNamedThatHasNoId(String hibernate) throws IOException {
        compile(PERSON + " { long id; }");

        assertThat(refusal(hibernate))
                .startsWith("[model-failed] Hibernate ORM ")
                .contains(" refuses the model for H2 2.4.240: Entity 'app.Person' has no identifier")
                .contains("\n  where: app.Person (entities of this project)\n")
                .contains("\n  next:  correct the mapping; if the application starts with it, tell migrate what the"
                        + " application tells Hibernate, in a class that implements dev.migrate.model.ModelSettings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.4", "newest"})
    void anEntityIsNamedWhoseFieldIsOfAMissingClass(String hibernate) throws IOException {
        compile(
                PERSON + " { @Id long id; Money money; }",
                "package app; public class Money implements java.io.Serializable {}");
        Files.delete(output.resolve("app/Money.class"));

        assertThat(refusal(hibernate)).isEqualTo(cannotBeLoaded("app.Money"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.4", "newest"})
    void anEntityIsNamedWhoseSuperclassIsMissing(String hibernate) throws IOException {
        compile(PERSON + " extends Base { @Id long id; }", "package app; public class Base {}");
        Files.delete(output.resolve("app/Base.class"));

        assertThat(refusal(hibernate)).isEqualTo(cannotBeLoaded("app.Base"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.4", "newest"})
    void anEntityIsNamedThatThisJavaIsTooOldFor(String hibernate) throws IOException {
        compile(PERSON + " { @Id long id; }");
        Path person = output.resolve("app/Person.class");
        byte[] bytes = Files.readAllBytes(person);
        bytes[7] = 99; // the version of its class file
        Files.write(person, bytes);

        assertThat(refusal(hibernate))
                .startsWith("[class-version] the mapped class app.Person cannot be loaded, since Java "
                        + Runtime.version().feature()
                        + " runs here: app/Person has been compiled by a more recent version")
                .endsWith("\n  where: entities of this project"
                        + "\n  next:  run with that Java, or compile with maven.compiler.release="
                        + Runtime.version().feature());
    }

    private static String cannotBeLoaded(String missing) {
        return "[model-failed] the mapped class app.Person cannot be loaded: the class path has no class " + missing
                + "\n  where: entities of this project"
                + "\n  next:  give the project what the application has at run time: a dependency of scope compile or"
                + " runtime, or classes that are compiled: mvn compile";
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.4", "newest"})
    void aListedClassThatIsNotThereIsNamed(String hibernate) throws IOException {
        compile(PERSON + " { @Id long id; }");
        Files.createDirectories(output.resolve("META-INF"));
        Files.writeString(output.resolve("META-INF/persistence.xml"), """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="people"><class>app.Gone</class></persistence-unit>
                </persistence>
                """);

        assertThat(refusal(hibernate)).isEqualTo("""
                [model-failed] the class path has no class app.Gone
                  where: persistence unit people
                  next:  compile it, or correct what names it""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.4", "newest"})
    void whatCodeOfTheProjectThrowsIsSaidWithTheClassThatItNames(String hibernate) throws IOException {
        compile(PERSON + " { @Id long id; }", """
                package app;
                public class Names extends org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl {
                    @Override
                    public org.hibernate.boot.model.naming.Identifier toPhysicalTableName(
                            org.hibernate.boot.model.naming.Identifier name,
                            org.hibernate.engine.jdbc.env.spi.JdbcEnvironment environment) {
                        throw new IllegalStateException("no name for app.Person");
                    }
                }
                """);

        assertThat(refusal(hibernate, Map.of("hibernate.physical_naming_strategy", "app.Names")))
                .contains(
                        " fails at the model for H2 2.4.240: java.lang.IllegalStateException: no name for app.Person\n"
                                + "  where: app.Person (entities of this project)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.4", "newest"})
    void aLibraryThatHibernateNeedsIsNamed(String hibernate) throws IOException {
        compile(PERSON + " { @Id long id; }");
        List<Path> roots = new ArrayList<>(List.of(output));
        roots.addAll(ProjectLoader.jars(hibernate));

        assertThat(refusal(ProjectLoader.without(roots.toArray(Path[]::new)), Map.of()))
                .startsWith("[model-failed] Hibernate ORM ")
                .contains(" does not fit the other jars of the class path: the class path has no class jakarta.")
                .endsWith("""

                          where: entities of this project
                          next:  give it the jars, and the versions of them, that its own POM names: mvn dependency:tree \
                        shows which the project has""");
    }
}
