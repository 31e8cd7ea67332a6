package dev.migrate.scratch;

import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
