package dev.migrate.model;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;

/** Opens the models of projects. */
public final class ModelReaders {

    private static final String HIBERNATE = "dev.migrate.model.hibernate.HibernateModelReader";

    private ModelReaders() {}

    /**
     * Finds out what makes up a project's model.
     *
     * @param project the loader of the project's classes and of its provider; stays open
     * @param request which model is meant
     * @return the model, which can be read for any database
     * @throws MigrateException {@code model-unsupported}, when the project has another provider than a Hibernate that can
     *     be read; {@code model-failed}, when it is not clear which model is meant, or there is none
     */
    public static OpenModel open(ClassLoader project, ModelRequest request) {
        ModelProvider.require(project);
        Mapping mapping = Mappings.of(request, project);
        try {
            ModelReader reader = (ModelReader) new BridgeLoader(project)
                    .loadClass(HIBERNATE)
                    .getDeclaredConstructor()
                    .newInstance();
            return new OpenModel(mapping, reader, project);
        } catch (LinkageError e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.MODEL_FAILED,
                                    "Hibernate " + ModelProvider.version(project)
                                            + " cannot be loaded from the project's class path: " + e)
                            .at(mapping.name())
                            .next("give it the jars that its own POM names: mvn dependency:tree shows which the"
                                    + " project has"),
                    e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the bridge to Hibernate cannot be loaded", e);
        }
    }
}
