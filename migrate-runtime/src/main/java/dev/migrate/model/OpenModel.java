package dev.migrate.model;

/** A model that can be read. */
public final class OpenModel {

    private final Mapping mapping;
    private final ModelReader reader;
    private final ClassLoader project;

    OpenModel(Mapping mapping, ModelReader reader, ClassLoader project) {
        this.mapping = mapping;
        this.reader = reader;
        this.project = project;
    }

    /**
     * What makes up the model.
     *
     * @return classes, files and settings, and where each setting comes from: to be shown
     */
    public Mapping mapping() {
        return mapping;
    }

    /**
     * Reads the model. The thread's context loader is the project's meanwhile: so providers find their own.
     *
     * @param database the database it is for; it is not connected to
     * @return what the model asks of that database
     * @throws dev.migrate.problem.MigrateException {@code model-failed}, when the entities cannot be read
     */
    public EntityModel read(ModelDatabase database) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(project);
        try {
            return QuietProvider.during(() -> reader.read(mapping, database));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
