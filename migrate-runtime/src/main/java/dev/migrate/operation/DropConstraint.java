package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Drops a primary key, unique constraint, foreign key or check; which of them, the state before tells.
 *
 * @param table the table
 * @param constraint the constraint's name
 */
public record DropConstraint(TableName table, String constraint) implements TableOperation {

    public DropConstraint {
        requireNonNull(table, "table");
        requireNonNull(constraint, "constraint");
    }

    @Override
    public String describe() {
        return "drop constraint " + constraint + " of " + table;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(
                table, t -> isUniqueIndex(t) ? t.withoutIndex(constraint) : t.withoutConstraint(constraint));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table)
                .map(t -> isUniqueIndex(t)
                        ? new CreateIndex(table, t.index(constraint), false)
                        : new AddConstraint(table, t.constraint(constraint)));
    }

    /** On MySQL and MariaDB a unique index and a unique constraint are one thing. */
    private boolean isUniqueIndex(Table before) {
        return before.indexes().stream()
                .anyMatch(index -> index.unique() && index.name().equals(constraint));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.takenAwayOf(SchemaObject.of(SchemaObject.Kind.CONSTRAINT, table, constraint));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropConstraint(this);
    }
}
