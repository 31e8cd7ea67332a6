package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.maven.embedded.EmbeddedDatabase;
import dev.migrate.maven.embedded.EmbeddedServer;
import dev.migrate.maven.open.OpenProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that compares the database with what it should be. */
abstract class AbstractComparingMojo extends AbstractDatabaseMojo {

    /**
     * What the database should be: {@code hibernate} (the project's entities), {@code sql:<file>}, {@code jdbc:<url>}. User
     * property: {@code migrate.model}. Default: {@code hibernate}.
     */
    @Parameter
    private @Nullable String model;

    /**
     * The packages that hold entities, separated by commas. User property: {@code migrate.modelPackages}. Default: what
     * {@code persistence.xml} says, else the whole module.
     */
    @Parameter
    private @Nullable String modelPackages;

    /** The unit of {@code persistence.xml}, where it has several. User property: {@code migrate.persistenceUnit}. */
    @Parameter
    private @Nullable String persistenceUnit;

    /**
     * What has another name now: {@code users.name>full_name, people>persons}. User property: {@code migrate.renames}.
     */
    @Parameter
    private @Nullable String renames;

    /**
     * What present rows get in columns that must not be null, in SQL: {@code users.state='new'; orders.total=0}. User
     * property: {@code migrate.fill}.
     */
    @Parameter
    private @Nullable String fill;

    /**
     * Drops what the database has and the model does not know. User property: {@code migrate.dropUnknown}. Default:
     * {@code false}.
     */
    @Parameter
    private @Nullable Boolean dropUnknown;

    /**
     * The tables to compare, separated by commas, {@code *} for any letters. User property: {@code migrate.includeTables}.
     * Default: all.
     */
    @Parameter
    private @Nullable String includeTables;

    /**
     * The tables to leave out, separated by commas, {@code *} for any letters. User property:
     * {@code migrate.excludeTables}.
     */
    @Parameter
    private @Nullable String excludeTables;

    /** Compares types of columns. User property: {@code migrate.compareType}. Default: {@code true}. */
    @Parameter
    private @Nullable Boolean compareType;

    /** Compares defaults of columns. User property: {@code migrate.compareServerDefault}. Default: {@code true}. */
    @Parameter
    private @Nullable Boolean compareServerDefault;

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.MODEL, model)
                .with(Catalogue.MODEL_PACKAGES, modelPackages)
                .with(Catalogue.PERSISTENCE_UNIT, persistenceUnit)
                .with(Catalogue.RENAMES, renames)
                .with(Catalogue.FILL, fill)
                .with(Catalogue.DROP_UNKNOWN, dropUnknown)
                .with(Catalogue.INCLUDE_TABLES, includeTables)
                .with(Catalogue.EXCLUDE_TABLES, excludeTables)
                .with(Catalogue.COMPARE_TYPE, compareType)
                .with(Catalogue.COMPARE_SERVER_DEFAULT, compareServerDefault);
    }

    /**
     * Does the goal's work on a server of its own, if that is what the url names.
     *
     * @return whether it is
     */
    final boolean actOnEmbedded(Settings settings, OpenProject open) {
        Optional<Resolved<String>> url = settings.find(Catalogue.URL);
        Optional<EmbeddedDatabase> embedded = url.flatMap(EmbeddedDatabase::of);
        if (embedded.isEmpty()) {
            return false;
        }
        Path buildDirectory = Path.of(project().getBuild().getDirectory());
        List<String> schemas = Stream.of(Catalogue.SCHEMA, Catalogue.VERSION_TABLE_SCHEMA)
                .flatMap(setting -> settings.find(setting).map(Resolved::value).stream())
                .distinct()
                .toList();
        EmbeddedServer server =
                open.keep(EmbeddedServer.start(embedded.get(), url.orElseThrow(), buildDirectory, schemas));
        getLog().info(server.describe());
        act(settings, server.connection(), open);
        return true;
    }
}
