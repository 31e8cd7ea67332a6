package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Columns whose values are those of a row in another table.
 *
 * @param name its name
 * @param columns the columns that refer, in order; at least one
 * @param references the table referred to; without a schema, the one beside the table that refers
 * @param referencedColumns its columns, as many and in the same order
 * @param onDelete what happens when the row referred to is deleted
 * @param onUpdate what happens when its key changes
 */
public record ForeignKey(
        String name,
        List<String> columns,
        TableName references,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate)
        implements Constraint {

    public ForeignKey {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        requireNonNull(references, "references");
        referencedColumns = List.copyOf(referencedColumns);
        requireNonNull(onDelete, "onDelete");
        requireNonNull(onUpdate, "onUpdate");
    }

    /**
     * The same key, referring to another table.
     *
     * @param table the other table
     * @return a copy
     */
    public ForeignKey referringTo(TableName table) {
        return new ForeignKey(name, columns, table, referencedColumns, onDelete, onUpdate);
    }
}
