package dev.migrate.scratch;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;

/** The models of the tests, read with the Hibernate of the tests' own class path. */
final class Samples {

    private Samples() {}

    static OpenModel shop() {
        return entitiesOf("samples.shop", Map.of());
    }

    static OpenModel entitiesOf(String packageName, Map<String, String> settings) {
        Path classes = classes();
        return ModelReaders.open(
                Samples.class.getClassLoader(),
                new ModelRequest(List.of(classes), List.of(classes), List.of(packageName), Optional.empty(), settings));
    }

    /** What a model asks of an H2 that nobody told anything. */
    static DesiredModel onH2(OpenModel model) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            return new DesiredStates(dialect, dialect.homeSchema(connection), new ScratchOf(database))
                    .ofEntities(model);
        }
    }

    static Path classes() {
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
}
