package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Drops a sequence.
 *
 * @param sequence its name
 */
public record DropSequence(TableName sequence) implements ObjectOperation {

    public DropSequence {
        requireNonNull(sequence, "sequence");
    }

    @Override
    public String describe() {
        return "drop sequence " + sequence;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.without(Sequence.class, sequence);
    }

    /** One made anew would begin at its first number, and give numbers again that rows have. */
    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.takenAwayOf(ObjectName.beside(ObjectName.Kind.SEQUENCE, sequence));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropSequence(this);
    }
}
