package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Renames a sequence within its schema.
 *
 * @param sequence the sequence
 * @param newName its new name, without schema
 */
public record RenameSequence(TableName sequence, String newName) implements ObjectOperation {

    public RenameSequence {
        requireNonNull(sequence, "sequence");
        requireNonNull(newName, "newName");
    }

    @Override
    public String describe() {
        return "rename sequence " + sequence + " to " + newName;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(Sequence.class, sequence, was -> was.withName(sequence.sibling(newName)));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new RenameSequence(sequence.sibling(newName), sequence.name()));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.beside(ObjectName.Kind.SEQUENCE, sequence));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameSequence(this);
    }
}
