package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Columns whose values are those of a row in another table.
 *
 * @param name its name
 * @param columns the columns that refer, in order; at least one
 * @param references the table referred to; without a schema, the one beside the table that refers
 * @param referencedColumns its columns, as many and in the same order
 * @param onDelete what happens when the row referred to is deleted
 * @param onUpdate what happens when its key changes
 * @param emptied which of the columns a deletion sets to null or their default, where that is not all of them
 * @param matchFull whether either all columns are null or none; else the key says nothing as soon as one is null
 * @param deferral when it is checked, where that can wait
 * @param enforcement to which rows it applies, if not to all
 */
public record ForeignKey(
        String name,
        List<String> columns,
        TableName references,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        List<String> emptied,
        boolean matchFull,
        Optional<Deferral> deferral,
        Optional<Enforcement> enforcement)
        implements Constraint {

    public ForeignKey {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        requireNonNull(references, "references");
        referencedColumns = List.copyOf(referencedColumns);
        requireNonNull(onDelete, "onDelete");
        requireNonNull(onUpdate, "onUpdate");
        emptied = List.copyOf(emptied);
        requireNonNull(deferral, "deferral");
        requireNonNull(enforcement, "enforcement");
    }

    /**
     * A key of which nothing else is said.
     *
     * @param name its name
     * @param columns the columns that refer, in order; at least one
     * @param references the table referred to; without a schema, the one beside the table that refers
     * @param referencedColumns its columns, as many and in the same order
     * @param onDelete what happens when the row referred to is deleted
     * @param onUpdate what happens when its key changes
     */
    public ForeignKey(
            String name,
            List<String> columns,
            TableName references,
            List<String> referencedColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate) {
        this(
                name,
                columns,
                references,
                referencedColumns,
                onDelete,
                onUpdate,
                List.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Kind kind() {
        return Kind.FOREIGN_KEY;
    }

    @Override
    public ForeignKey withName(String newName) {
        return new ForeignKey(
                newName,
                columns,
                references,
                referencedColumns,
                onDelete,
                onUpdate,
                emptied,
                matchFull,
                deferral,
                enforcement);
    }

    /**
     * The same key with other actions.
     *
     * @param deleted what happens when the row that is referred to goes
     * @param updated what happens when its key changes
     * @return a copy
     */
    public ForeignKey withActions(ReferentialAction deleted, ReferentialAction updated) {
        return new ForeignKey(
                name,
                columns,
                references,
                referencedColumns,
                deleted,
                updated,
                emptied,
                matchFull,
                deferral,
                enforcement);
    }

    @Override
    public ForeignKey withColumnRenamed(String from, String to) {
        return new ForeignKey(
                name,
                Renamed.column(columns, from, to),
                references,
                referencedColumns,
                onDelete,
                onUpdate,
                Renamed.column(emptied, from, to),
                matchFull,
                deferral,
                enforcement);
    }

    /**
     * The same key, referring to another table.
     *
     * @param table the other table
     * @return a copy
     */
    public ForeignKey referringTo(TableName table) {
        return referringTo(table, referencedColumns);
    }

    /**
     * The same key, referring to other columns.
     *
     * @param table the table referred to
     * @param itsColumns its columns
     * @return a copy
     */
    public ForeignKey referringTo(TableName table, List<String> itsColumns) {
        return new ForeignKey(
                name, columns, table, itsColumns, onDelete, onUpdate, emptied, matchFull, deferral, enforcement);
    }

    /**
     * The same key, deferred or not.
     *
     * @param until when it is checked; empty where that cannot wait
     * @return a copy
     */
    public ForeignKey withDeferral(Optional<Deferral> until) {
        return new ForeignKey(
                name,
                columns,
                references,
                referencedColumns,
                onDelete,
                onUpdate,
                emptied,
                matchFull,
                until,
                enforcement);
    }

    /**
     * The same key, applied to other rows.
     *
     * @param rows to which rows it applies; empty for all
     * @return a copy
     */
    public ForeignKey withEnforcement(Optional<Enforcement> rows) {
        return new ForeignKey(
                name, columns, references, referencedColumns, onDelete, onUpdate, emptied, matchFull, deferral, rows);
    }
}
