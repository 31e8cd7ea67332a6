package dev.migrate.model;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.TableName;
import java.util.List;

/**
 * A row that a table has from the beginning, such as the one from which numbers are taken where a database has no
 * sequences.
 *
 * @param table the table
 * @param columns the columns that have a value
 * @param values their values, in the same order: text, {@code Long} or {@code BigDecimal}
 */
public record InitialRow(TableName table, List<String> columns, List<Object> values) {

    public InitialRow {
        requireNonNull(table, "table");
        columns = List.copyOf(columns);
        values = List.copyOf(values);
        if (columns.size() != values.size()) {
            throw new IllegalArgumentException(columns.size() + " columns and " + values.size() + " values");
        }
    }
}
