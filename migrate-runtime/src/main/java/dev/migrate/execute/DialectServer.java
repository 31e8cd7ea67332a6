package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunScript;
import dev.migrate.schema.SchemaModel;
import dev.migrate.simulate.Server;

/** A database for a simulation: what its dialect knows without asking it. */
record DialectServer(Dialect dialect) implements Server {

    @Override
    public void render(Operation operation, SchemaModel before) {
        if (!(Core.of(operation) instanceof RunScript)) { // of any length, and nothing is known of what it does
            dialect.render(operation, before);
        }
    }

    @Override
    public SchemaModel normalized(SchemaModel model) {
        return dialect.normalized(model);
    }

    @Override
    public boolean refersToAnyIndex() {
        return dialect.refersToAnyIndex();
    }
}
