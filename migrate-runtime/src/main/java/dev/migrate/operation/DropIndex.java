package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
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
        return before.change(
                table, t -> UniqueIndexes.isConstraint(index, t) ? t.withoutConstraint(index) : t.withoutIndex(index));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table)
                .map(t -> UniqueIndexes.isConstraint(index, t)
                        ? new AddConstraint(table, t.constraint(index))
                        : new CreateIndex(table, t.index(index), concurrently));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropIndex(this);
    }
}
