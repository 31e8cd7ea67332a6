package dev.migrate.model.hibernate;

import dev.migrate.model.Mapping;
import dev.migrate.model.ModelDatabase;
import dev.migrate.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.boot.spi.MetadataBuilderContributor;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.jspecify.annotations.Nullable;

/** Hibernate's metadata, and the registry that it lives on. */
final class BuiltMetadata implements AutoCloseable {

    private static final String CONTRIBUTOR = "hibernate.metadata_builder_contributor";

    private final BootstrapServiceRegistry bootstrap;
    private final StandardServiceRegistry registry;
    private final Metadata metadata;
    private final Map<String, Object> settings;
    private final Optional<Problem> warning;

    private BuiltMetadata(
            BootstrapServiceRegistry bootstrap,
            StandardServiceRegistry registry,
            Metadata metadata,
            Map<String, Object> settings,
            Optional<Problem> warning) {
        this.bootstrap = bootstrap;
        this.registry = registry;
        this.metadata = metadata;
        this.settings = settings;
        this.warning = warning;
    }

    static BuiltMetadata of(Mapping mapping, ProviderSettings settings, ModelDatabase database) {
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(BuiltMetadata.class.getClassLoader())
                .build();
        StandardServiceRegistry registry = closingOnFailure(
                () -> BootstrapServiceRegistryBuilder.destroy(bootstrap),
                () -> new StandardServiceRegistryBuilder(bootstrap)
                        .applySettings(settings.values())
                        .build());
        return closingOnFailure(() -> destroy(bootstrap, registry), () -> {
            MetadataBuilder builder = builder(mapping, registry, settings, database);
            Metadata metadata = builder.build();
            Optional<Problem> leftOut = BeanValidationRules.apply(
                    metadata,
                    settings,
                    ((MetadataBuilderImplementor) builder).getBootstrapContext().getClassLoaderAccess());
            return new BuiltMetadata(bootstrap, registry, metadata, ofScript(metadata, settings, database), leftOut);
        });
    }

    /** A table of a schema that the mapping names finds one of the default schema only by its full name. */
    private static Map<String, Object> ofScript(Metadata metadata, ProviderSettings settings, ModelDatabase database) {
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            Namespace.Name name = namespace.getPhysicalName();
            if (name.getCatalog() != null || name.getSchema() != null) {
                return database.homeOfScript()
                        .map(home -> settings.withDefaultSchema(home, database.schemas()))
                        .orElse(settings.values());
            }
        }
        return settings.values();
    }

    private static MetadataBuilder builder(
            Mapping mapping, StandardServiceRegistry registry, ProviderSettings settings, ModelDatabase database) {
        MetadataSources sources = new MetadataSources(registry);
        mapping.packages().forEach(sources::addPackage);
        mapping.classes().forEach(sources::addAnnotatedClassName);
        mapping.mappingFiles().forEach(sources::addResource);
        MetadataBuilder builder = sources.getMetadataBuilder(registry);
        contribute(registry, settings.values().get(CONTRIBUTOR), builder);
        builder.applyPhysicalNamingStrategy(new ScratchSchemas(
                ((MetadataBuilderImplementor) builder)
                        .getMetadataBuildingOptions()
                        .getPhysicalNamingStrategy(),
                database));
        return builder;
    }

    /** What a session factory would ask for by a setting, and its builder does not. */
    @SuppressWarnings("removal") // applications use it as long as Hibernate has it
    private static void contribute(
            StandardServiceRegistry registry, @Nullable Object contributor, MetadataBuilder builder) {
        if (contributor instanceof MetadataBuilderContributor instance) {
            instance.contribute(builder);
        } else if (contributor != null) {
            registry.requireService(StrategySelector.class)
                    .resolveStrategy(MetadataBuilderContributor.class, contributor)
                    .contribute(builder);
        }
    }

    private static <T> T closingOnFailure(Runnable close, Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException | LinkageError e) {
            try {
                close.run();
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static void destroy(BootstrapServiceRegistry bootstrap, StandardServiceRegistry registry) {
        StandardServiceRegistryBuilder.destroy(registry);
        BootstrapServiceRegistryBuilder.destroy(bootstrap);
    }

    /** What a person should know of how it was built. */
    Optional<Problem> warning() {
        return warning;
    }

    Metadata metadata() {
        return metadata;
    }

    StandardServiceRegistry registry() {
        return registry;
    }

    /** How names are written in statements. */
    SqlStringGenerationContext context() {
        Database database = metadata.getDatabase();
        return SqlStringGenerationContextImpl.fromConfigurationMap(database.getJdbcEnvironment(), database, settings);
    }

    Map<String, Object> settings() {
        return settings;
    }

    @Override
    public void close() {
        destroy(bootstrap, registry);
    }
}
