package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.View;
import java.util.Optional;

/**
 * Creates a view.
 *
 * @param definition the view
 */
public record CreateView(View definition) implements ObjectOperation {

    public CreateView {
        requireNonNull(definition, "definition");
    }

    @Override
    public String describe() {
        return "create view " + definition.name();
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.with(definition);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new DropView(definition.name()));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.madeOf(ObjectName.beside(ObjectName.Kind.VIEW, definition.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createView(this);
    }
}
