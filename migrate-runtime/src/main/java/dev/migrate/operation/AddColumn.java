package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Adds a column.
 *
 * @param table the table
 * @param column the column
 * @param position where it stands; empty for the end of the table
 */
public record AddColumn(TableName table, Column column, Optional<ColumnPosition> position) implements TableOperation {

    public AddColumn {
        requireNonNull(table, "table");
        requireNonNull(column, "column");
        requireNonNull(position, "position");
    }

    /**
     * Adds a column at the end of a table.
     *
     * @param table the table
     * @param column the column
     */
    public AddColumn(TableName table, Column column) {
        this(table, column, Optional.empty());
    }

    /**
     * Where the column has to stand.
     *
     * @return its place; empty where the end of the table does as well
     */
    public Optional<ColumnPosition> demandedPosition() {
        return position.filter(place -> !place.ifPossible());
    }

    @Override
    public String describe() {
        return "add column " + table + "." + column.name();
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> {
            Table longer = t.with(column);
            return position.map(place -> place.move(column.name(), longer)).orElse(longer);
        });
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
