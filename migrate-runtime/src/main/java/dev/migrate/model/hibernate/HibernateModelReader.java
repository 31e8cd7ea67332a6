package dev.migrate.model.hibernate;

import dev.migrate.model.EntityModel;
import dev.migrate.model.Mapping;
import dev.migrate.model.ModelDatabase;
import dev.migrate.model.ModelReader;
import dev.migrate.problem.MigrateException;
import org.hibernate.Version;

/** Reads entities with the Hibernate that the project uses: its metadata only, never a session factory. */
public final class HibernateModelReader implements ModelReader {

    /** For the project's class loader. */
    public HibernateModelReader() {}

    @Override
    public EntityModel read(Mapping mapping, ModelDatabase database) {
        String provider = "Hibernate ORM " + Version.getVersionString();
        ProviderSettings settings = ProviderSettings.of(mapping, database);
        try (BuiltMetadata built = BuiltMetadata.of(mapping, settings, database)) {
            return new MetadataReading(built, database, provider).model(settings);
        } catch (MigrateException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) { // what Hibernate does not foresee comes as it is thrown
            throw new MigrateException(new Refusal(provider, mapping, database).of(e), e);
        }
    }
}
