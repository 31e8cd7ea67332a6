package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes rows.
 *
 * @param table the table
 * @param where which rows; all, when empty
 */
public record DeleteRows(TableName table, Optional<Condition> where) implements Operation {

    public DeleteRows {
        requireNonNull(table, "table");
        requireNonNull(where, "where");
    }

    @Override
    public Set<TableName> tables() {
        return Set.of();
    }

    @Override
    public String describe() {
        return "delete rows of " + table;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before;
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.deleteRows(this);
    }
}
