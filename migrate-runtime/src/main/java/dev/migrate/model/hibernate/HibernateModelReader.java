package dev.migrate.model.hibernate;

import dev.migrate.model.EntityModel;
import dev.migrate.model.Mapping;
import dev.migrate.model.ModelDatabase;
import dev.migrate.model.ModelReader;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import jakarta.persistence.PersistenceException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.Version;

/** Reads entities with the Hibernate that the project uses: its metadata only, never a session factory. */
public final class HibernateModelReader implements ModelReader {

    /** For the project's class loader. */
    public HibernateModelReader() {}

    @Override
    public EntityModel read(Mapping mapping, ModelDatabase database) {
        return QuietLogging.during(() -> built(mapping, database));
    }

    private static EntityModel built(Mapping mapping, ModelDatabase database) {
        String provider = "Hibernate ORM " + Version.getVersionString();
        ProviderSettings settings = ProviderSettings.of(mapping, database);
        try (BuiltMetadata built = BuiltMetadata.of(mapping, settings, database)) {
            return new MetadataReading(built, database, provider).model(settings);
        } catch (PersistenceException e) { // what Hibernate throws is one
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.MODEL_FAILED,
                                    provider + " refuses the model for " + database.product() + " " + database.version()
                                            + ": " + words(e))
                            .at(mapping.name())
                            .next("correct the mapping; if the application starts with it, tell migrate what the"
                                    + " application tells Hibernate: migrate.modelSettings"),
                    e);
        } catch (LinkageError e) { // a library that Hibernate was not built for
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.MODEL_FAILED,
                                    provider + " does not fit the other jars of the class path: " + e)
                            .at(mapping.name())
                            .next("give it the versions that its own POM names: mvn dependency:tree"),
                    e);
        }
    }

    /** What is said on the way down to the cause: the outermost words often say nothing. */
    private static String words(Throwable thrown) {
        Set<String> words = new LinkedHashSet<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            words.add(String.valueOf(cause.getMessage()));
        }
        return String.join(": ", words);
    }
}
