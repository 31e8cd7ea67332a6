package dev.migrate.bench;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

/**
 * What Hibernate itself does, as {@code hibernate.hbm2ddl.auto} asks for it.
 *
 * @param classes the entities
 */
record HibernateTool(List<Class<?>> classes) implements Tool {

    /** Creates everything, or fails. */
    void create(DataSource database) {
        act(
                database,
                Map.of(
                        SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION,
                        "create-only",
                        SchemaToolingSettings.HBM2DDL_HALT_ON_ERROR,
                        true));
    }

    @Override
    public List<String> changes(DataSource database) {
        StringWriter script = new StringWriter();
        act(
                database,
                Map.of(
                        SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION,
                        "update",
                        SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_CREATE_TARGET,
                        script));
        return script.toString().lines().filter(line -> !line.isBlank()).toList();
    }

    private void act(DataSource database, Map<String, Object> action) {
        Map<String, Object> settings = new HashMap<>(action);
        settings.put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database);
        ClassLoader loader = classes.get(0).getClassLoader();
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(loader)
                        .build())
                .applySettings(settings)
                .build()) {
            MetadataSources sources = new MetadataSources(registry);
            classes.forEach(sources::addAnnotatedClass);
            Metadata metadata = sources.buildMetadata();
            SchemaManagementToolCoordinator.process(metadata, registry, settings, dropped -> {});
        }
    }
}
