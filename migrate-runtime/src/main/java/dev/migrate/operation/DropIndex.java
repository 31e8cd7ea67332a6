package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Drops an index.
 *
 * @param table the table
 * @param index the index's name
 * @param concurrently whether writers go on meanwhile, where the database has a way to say so
 */
public record DropIndex(TableName table, String index, boolean concurrently) implements TableOperation {

    public DropIndex {
        requireNonNull(table, "table");
        requireNonNull(index, "index");
    }

    @Override
    public String describe() {
        return "drop index " + index + " on " + table;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> isConstraint(t) ? t.withoutConstraint(index) : t.withoutIndex(index));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table)
                .map(t -> isConstraint(t)
                        ? new AddConstraint(table, t.constraint(index))
                        : new CreateIndex(table, t.index(index), concurrently));
    }

    /** On MySQL and MariaDB a unique index and a unique constraint are one thing, and read back as the latter. */
    private boolean isConstraint(Table before) {
        return before.uniques().stream().anyMatch(unique -> unique.name().equals(index));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.takenAwayOf(SchemaObject.of(SchemaObject.Kind.INDEX, table, index));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropIndex(this);
    }
}
