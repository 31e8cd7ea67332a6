package dev.migrate.simulate;

import dev.migrate.operation.Operation;
import dev.migrate.schema.SchemaModel;

/** What a database would make of operations, told without asking one. */
public interface Server {

    /**
     * Renders an operation as for a run.
     *
     * @param operation the operation
     * @param before the schema it starts from
     * @throws dev.migrate.problem.MigrateException {@code unsupported}, when the database cannot do it
     */
    void render(Operation operation, SchemaModel before);

    /**
     * The form in which two models of this database can be compared.
     *
     * @param model what operations make of a schema
     * @return the same, with what the database does not tell apart said in one way
     */
    SchemaModel normalized(SchemaModel model);

    /**
     * Whether a foreign key may refer to columns that are not unique.
     *
     * @return true, where an index that begins with them is enough
     */
    boolean refersToAnyIndex();
}
