package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Namespace;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import java.util.Optional;

/**
 * Creates a schema; on MySQL and MariaDB a database.
 *
 * @param definition the schema
 */
public record CreateSchema(Namespace definition) implements ObjectOperation {

    public CreateSchema {
        requireNonNull(definition, "definition");
    }

    @Override
    public String describe() {
        return "create schema " + definition.name();
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.with(definition);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new DropSchema(definition.name()));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.madeOf(ObjectName.beside(ObjectName.Kind.SCHEMA, definition.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createSchema(this);
    }
}
