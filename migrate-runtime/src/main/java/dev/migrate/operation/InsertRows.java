package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows.
 *
 * @param table the table
 * @param columns the columns that get values; at least one
 * @param rows one list of values for each row, in the order of the columns; null is SQL's null
 */
public record InsertRows(TableName table, List<String> columns, List<List<@Nullable Object>> rows)
        implements Operation {

    public InsertRows {
        requireNonNull(table, "table");
        columns = List.copyOf(columns);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " values for " + columns.size() + " columns");
            }
        }
    }

    @Override
    public Set<TableName> tables() {
        return Set.of();
    }

    @Override
    public String describe() {
        return "insert " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " into " + table;
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
        return visitor.insertRows(this);
    }
}
