package dev.migrate.dialect;

import dev.migrate.schema.Column;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import java.util.function.UnaryOperator;

/** The SQL that a table holds: its checks, its computed columns, what its indexes are sorted by and which rows they have. */
public final class TableSql {

    private TableSql() {}

    /**
     * A table with all of it in other words.
     *
     * @param table the table
     * @param change what becomes of a condition or an expression
     * @return a copy
     */
    public static Table changed(Table table, UnaryOperator<String> change) {
        return new Table(
                table.name(),
                table.columns().stream().map(column -> changed(column, change)).toList(),
                table.primaryKey(),
                table.uniques(),
                table.foreignKeys(),
                table.checks().stream()
                        .map(check -> check.withCondition(change.apply(check.condition())))
                        .toList(),
                table.exclusions(),
                table.indexes().stream().map(index -> changed(index, change)).toList(),
                table.comment(),
                table.options());
    }

    /**
     * A column with what it is computed by in other words.
     *
     * @param column the column
     * @param change what becomes of an expression
     * @return a copy
     */
    public static Column changed(Column column, UnaryOperator<String> change) {
        return column.withGenerated(
                column.generated().map(generated -> new Generated(change.apply(generated.sql()), generated.stored())));
    }

    /**
     * An index with its expressions and its condition in other words.
     *
     * @param index the index
     * @param change what becomes of a condition or an expression
     * @return a copy
     */
    public static Index changed(Index index, UnaryOperator<String> change) {
        return index.withParts(index.parts().stream()
                        .map(part -> part.expression() ? part.withTerm(change.apply(part.term())) : part)
                        .toList())
                .withWhere(index.where().map(change));
    }
}
