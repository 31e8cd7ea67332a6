package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.execute.OfflineMigrator;
import dev.migrate.maven.embedded.EmbeddedDatabase;
import java.util.Optional;

/**
 * The database that is meant where none is connected to: the one that was named, else that of the url, else H2.
 *
 * @param text how it was named, or the url
 * @param ofUrl whether it is the url
 */
record OfflineDatabase(String text, boolean ofUrl) {

    private static final String OTHERWISE = "h2";

    static OfflineDatabase of(Settings settings) {
        Optional<String> given = settings.find(Catalogue.DIALECT).map(Resolved::value);
        Optional<Resolved<String>> url = settings.find(Catalogue.URL);
        Optional<EmbeddedDatabase> embedded = url.flatMap(EmbeddedDatabase::of);
        if (given.isEmpty() && embedded.isPresent()) {
            return new OfflineDatabase(embedded.get().dialect(), false);
        }
        return given.isEmpty() && url.isPresent()
                ? new OfflineDatabase(url.get().value(), true)
                : new OfflineDatabase(given.orElse(OTHERWISE), false);
    }

    OfflineMigrator migrator(MigratorConfig config) {
        return ofUrl ? Migrator.offlineFor(text, config) : Migrator.offline(text, config);
    }
}
