package dev.migrate.model;

/** Reads what a project's entities ask of a database. No database is connected to. */
public interface ModelReader {

    /**
     * Reads the model for one database.
     *
     * @param mapping what is read
     * @param database the database it is for
     * @return what it asks of that database
     * @throws dev.migrate.problem.MigrateException {@code model-failed}, when the entities cannot be read
     */
    EntityModel read(Mapping mapping, ModelDatabase database);
}
