package dev.migrate.dialect.sqlite;

import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How rows come into the table that is built in the place of theirs: with all values that they keep, and with their own
 * numbers, by which other tables, such as full-text indexes, may know them.
 *
 * @param before the table they are in
 * @param after the table they go to
 * @param sources for the columns that keep their values, what is selected for them
 */
record RowCopy(Table before, Table after, Map<String, String> sources) {

    /** A constraint that lets go of rows would do so without a word: here every conflict is an error. */
    String into(TableName target, SqliteDefinitions sql) {
        Map<String, String> copied = new LinkedHashMap<>();
        number().ifPresent(number -> copied.put(number, RowNumber.word(before).orElseThrow()));
        after.columns().stream()
                .filter(column -> column.generated().isEmpty() && sources.containsKey(column.name()))
                .forEach(column -> copied.put(sql.name(column.name()), sources.get(column.name())));
        if (copied.isEmpty()) {
            copied.put("rowid", "rowid");
        }
        return "INSERT " + (SqliteOptions.resolvesConflicts(after) ? "OR ABORT " : "") + "INTO " + sql.name(target)
                + " (" + String.join(", ", copied.keySet()) + ") SELECT " + String.join(", ", copied.values())
                + " FROM "
                + sql.name(before.name());
    }

    /** Where a column is another name for the number, what is said about the column goes. */
    private Optional<String> number() {
        return RowNumber.alias(after).isEmpty() && RowNumber.word(before).isPresent()
                ? RowNumber.word(after)
                : Optional.empty();
    }
}
