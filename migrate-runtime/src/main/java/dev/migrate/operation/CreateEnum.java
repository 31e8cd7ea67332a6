package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import java.util.Optional;

/**
 * Creates a type of a few words (PostgreSQL).
 *
 * @param definition the type
 */
public record CreateEnum(EnumType definition) implements ObjectOperation {

    public CreateEnum {
        requireNonNull(definition, "definition");
    }

    @Override
    public String describe() {
        return "create type " + definition.name();
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.with(definition);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new DropEnum(definition.name()));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.madeOf(ObjectName.beside(ObjectName.Kind.ENUM, definition.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createEnum(this);
    }
}
