package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;
import java.util.Set;

/**
 * An operation that is left out when what it would make is there already, or what it would take away is not:
 * {@code ifNotExists} and {@code ifExists}.
 *
 * <p>What is there already is taken for what would have been made, without a look at how it was defined. And since
 * nothing tells the way back whether there was anything to do on the way up, there is no inverse: undoing might drop what
 * was there before, or make what never was.
 *
 * @param operation the operation; one that makes or takes away one thing
 */
public record IfNeeded(Operation operation) implements Operation {

    public IfNeeded {
        requireNonNull(operation, "operation");
        if (operation instanceof IfNeeded || operation.existence().isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + operation.describe() + "\" does not make or take away one thing that could be looked for");
        }
    }

    @Override
    public Optional<Existence> existence() {
        return operation.existence();
    }

    @Override
    public Set<TableName> tables() {
        return operation.tables();
    }

    @Override
    public String describe() {
        boolean made = operation.existence().orElseThrow().made();
        return operation.describe() + (made ? " if it does not exist" : " if it exists");
    }

    /** Where nobody knows whether the object is there, nothing is known of it afterwards either. */
    @Override
    public SchemaModel applyTo(SchemaModel before) {
        Existence existence = operation.existence().orElseThrow();
        boolean leftOut = !existence.object().isKnownIn(before) || existence.isDoneIn(before);
        return leftOut ? before : operation.applyTo(before);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.ifNeeded(this);
    }
}
