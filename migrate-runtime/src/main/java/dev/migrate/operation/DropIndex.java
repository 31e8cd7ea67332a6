package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
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

    /**
     * Whether the index, or a unique constraint that goes by its name, is one of a table's.
     *
     * @param known the table as it is
     * @return whether there is something to drop
     */
    public boolean isKnownOn(Table known) {
        return UniqueIndexes.isConstraint(index, known)
                || known.indexes().stream().anyMatch(i -> i.name().equals(index));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.takenAwayOf(ObjectName.of(ObjectName.Kind.INDEX, table, index));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropIndex(this);
    }
}
