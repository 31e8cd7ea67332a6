package dev.migrate.bench;

import dev.migrate.model.Mapping;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sample models of the plugin's tests, for other tools to read, until they are closed.
 *
 * @param entities all of them
 * @param loader finds them beside the Hibernate of this JVM, where the other tools are
 */
record SampleEntities(Entities entities, URLClassLoader loader) implements AutoCloseable {

    private static final Path SOURCES = Path.of("../../migrate-maven-plugin/src/test/java/samples");

    static SampleEntities compile(List<String> models) throws IOException {
        MigrationFiles files = MigrationFiles.create("samples");
        Stream.Builder<Path> sources = Stream.builder();
        for (String model : models) {
            try (Stream<Path> all = Files.list(SOURCES.resolve(model))) {
                all.sorted().forEach(sources);
            }
        }
        Entities entities = Entities.compile(files, sources.build().toList());
        URL root = files.directory().toUri().toURL();
        return new SampleEntities(entities, new URLClassLoader(new URL[] {root}));
    }

    OwnTool own(String model) {
        return new OwnTool(entities.open("samples." + model));
    }

    HibernateTool hibernate(String model) throws ClassNotFoundException {
        Stream.Builder<Class<?>> classes = Stream.builder();
        for (String name : mapping(model).classes()) {
            classes.add(loader.loadClass(name));
        }
        return new HibernateTool(classes.build().toList());
    }

    /** It is told which server there is, as migrate and Hibernate find out themselves. */
    LiquibaseTool liquibase(String model, ModelPlace place) throws IOException {
        String file = model + place.name() + ".cfg.xml";
        StringBuilder text = new StringBuilder("<hibernate-configuration><session-factory>\n");
        place.settings()
                .forEach((name, value) -> text.append("<property name=\"%s\">%s</property>%n".formatted(name, value)));
        mapping(model).classes().forEach(name -> text.append("<mapping class=\"%s\"/>%n".formatted(name)));
        entities.files()
                .write(
                        file,
                        text.append("</session-factory></hibernate-configuration>\n")
                                .toString());
        return new LiquibaseTool(loader, file);
    }

    private Mapping mapping(String model) {
        return entities.open("samples." + model).mapping();
    }

    @Override
    public void close() throws IOException {
        loader.close();
        entities.close();
    }
}
