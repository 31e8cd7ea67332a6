package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Column;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Adds a column at the end of a table.
 *
 * @param table the table
 * @param column the column
 */
public record AddColumn(TableName table, Column column) implements TableOperation {

    public AddColumn {
        requireNonNull(table, "table");
        requireNonNull(column, "column");
    }

    @Override
    public String describe() {
        return "add column " + table + "." + column.name();
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> t.with(column));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new DropColumn(table, column.name()));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.madeOf(ObjectName.of(ObjectName.Kind.COLUMN, table, column.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addColumn(this);
    }
}
