package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Updates rows.
 *
 * @param table the table
 * @param assignments what is set, in order; at least one
 * @param where which rows; all, when empty
 */
public record UpdateRows(TableName table, List<Assignment> assignments, Optional<Condition> where)
        implements Operation {

    public UpdateRows {
        requireNonNull(table, "table");
        requireNonNull(where, "where");
        assignments = List.copyOf(assignments);
    }

    @Override
    public Set<TableName> tables() {
        return Set.of();
    }

    @Override
    public String describe() {
        return "update rows of " + table;
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
        return visitor.updateRows(this);
    }

    /**
     * A column and what it is set to.
     *
     * @param column the column's name
     * @param expression SQL to compute the value; empty for a given value
     * @param value the given value, null for SQL's null; ignored when there is an expression
     */
    public record Assignment(
            String column,
            Optional<String> expression,
            @Nullable Object value) {
        public Assignment {
            requireNonNull(column, "column");
            requireNonNull(expression, "expression");
        }
    }
}
