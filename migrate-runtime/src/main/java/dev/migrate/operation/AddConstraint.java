package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Adds a primary key, unique constraint, foreign key or check.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record AddConstraint(TableName table, Constraint constraint) implements TableOperation {

    public AddConstraint {
        requireNonNull(table, "table");
        requireNonNull(constraint, "constraint");
    }

    @Override
    public String describe() {
        return "add constraint " + constraint.name() + " to " + table;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> withNotNullKey(t.with(constraint)));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new DropConstraint(table, constraint.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addConstraint(this);
    }

    /** The columns of a primary key are not null, whatever was said of them before. */
    private Table withNotNullKey(Table table) {
        Table result = table;
        if (constraint instanceof PrimaryKey key) {
            for (String column : key.columns()) {
                result = result.withColumn(column, c -> c.withNullable(false));
            }
        }
        return result;
    }
}
