package dev.migrate.bench;

import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import dev.migrate.testing.ProjectLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A project of entities, until it is closed.
 *
 * @param files its classes
 * @param project the same, and a Hibernate of its own
 */
record Entities(MigrationFiles files, ProjectLoader project) implements AutoCloseable {

    static Entities compile(MigrationFiles files, Collection<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", files.directory().toString(), "-proc:none", "-encoding", "UTF-8");
            if (!compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException(said.toString());
            }
        }
        return new Entities(files, ProjectLoader.withHibernate(files.directory()));
    }

    /** Those of one package and of those below. */
    OpenModel open(String packageName) {
        return ModelReaders.open(
                project,
                new ModelRequest(project.classPath(), List.of(), List.of(packageName), Optional.empty(), Map.of()));
    }

    @Override
    public void close() throws IOException {
        project.close();
        files.close();
    }
}
