package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Creates an index.
 *
 * @param table the table
 * @param index the index
 * @param concurrently whether writers go on while it is built, where the database has a way to say so
 */
public record CreateIndex(TableName table, Index index, boolean concurrently) implements TableOperation {

    public CreateIndex {
        requireNonNull(table, "table");
        requireNonNull(index, "index");
    }

    @Override
    public String describe() {
        return "create index " + index.name() + " on " + table;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> t.with(index));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new DropIndex(table, index.name(), concurrently));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.madeOf(ObjectName.of(ObjectName.Kind.INDEX, table, index.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createIndex(this);
    }
}
