package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import java.util.Optional;

/**
 * Creates a sequence.
 *
 * @param definition the sequence
 */
public record CreateSequence(Sequence definition) implements ObjectOperation {

    public CreateSequence {
        requireNonNull(definition, "definition");
    }

    @Override
    public String describe() {
        return "create sequence " + definition.name();
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.with(definition);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new DropSequence(definition.name()));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.madeOf(ObjectName.beside(ObjectName.Kind.SEQUENCE, definition.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createSequence(this);
    }
}
