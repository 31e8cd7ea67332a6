package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Changes what is said about a column and keeps the rest.
 *
 * @param table the table
 * @param column the column's name
 * @param type its new type; empty to keep the present one
 * @param nullable whether it may hold null from now on; empty to keep what is
 * @param defaultValue what happens to its default
 * @param comment what happens to its comment
 * @param using how present values become values of the new type, in SQL (PostgreSQL)
 */
public record AlterColumn(
        TableName table,
        String column,
        Optional<ColumnType> type,
        Optional<Boolean> nullable,
        Change<DefaultValue> defaultValue,
        Change<String> comment,
        Optional<String> using)
        implements TableOperation {

    public AlterColumn {
        requireNonNull(table, "table");
        requireNonNull(column, "column");
        requireNonNull(type, "type");
        requireNonNull(nullable, "nullable");
        requireNonNull(defaultValue, "defaultValue");
        requireNonNull(comment, "comment");
        requireNonNull(using, "using");
    }

    /**
     * The column as it is afterwards.
     *
     * @param before the column as it is
     * @return the column with what was said changed
     */
    public Column changed(Column before) {
        return before.withType(type.orElse(before.type()))
                .withNullable(nullable.orElse(before.nullable()))
                .withDefault(defaultValue.applyTo(before.defaultValue()))
                .withComment(comment.applyTo(before.comment()));
    }

    @Override
    public String describe() {
        return "alter column " + table + "." + column;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> t.withColumn(column, this::changed));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table).map(t -> {
            Column was = t.column(column);
            return new AlterColumn(
                    table,
                    column,
                    type.map(changed -> was.type()),
                    nullable.map(changed -> was.nullable()),
                    defaultValue.inverse(was.defaultValue()),
                    comment.inverse(was.comment()),
                    Optional.empty());
        });
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterColumn(this);
    }
}
