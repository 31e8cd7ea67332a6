package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a column stands among the others, said by the column before it.
 *
 * @param after the column behind which it stands; empty for the first place
 * @param ifPossible whether a database that adds columns at the end only may put it there
 */
public record ColumnPosition(Optional<String> after, boolean ifPossible) {

    /** Before all others. */
    public static final ColumnPosition FIRST = new ColumnPosition(Optional.empty(), false);

    public ColumnPosition {
        requireNonNull(after, "after");
    }

    /**
     * Right behind another column.
     *
     * @param column the other column
     * @return the position
     */
    public static ColumnPosition after(String column) {
        return new ColumnPosition(Optional.of(column), false);
    }

    /**
     * The same position, which matters less than that the column is there.
     *
     * @return a copy
     */
    public ColumnPosition wherePossible() {
        return new ColumnPosition(after, true);
    }

    /**
     * Where a column of a table stands.
     *
     * @param column its name
     * @param table the table
     * @return its position
     * @throws dev.migrate.problem.MigrateException {@code unknown-object}, when there is none of that name
     */
    public static ColumnPosition of(String column, Table table) {
        int at = table.columns().indexOf(table.column(column));
        return at == 0 ? FIRST : after(table.columns().get(at - 1).name());
    }

    /**
     * A table whose column has moved to this position.
     *
     * @param column the column's name
     * @param table the table, which has it already
     * @return a copy
     * @throws dev.migrate.problem.MigrateException {@code unknown-object}, when one of the two columns is not there
     */
    public Table move(String column, Table table) {
        Column moved = table.column(column);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.remove(moved);
        int at = after.map(before -> columns.indexOf(table.column(before)) + 1).orElse(0);
        columns.add(at, moved);
        return table.withColumns(columns);
    }

    @Override
    public String toString() {
        return after.map(column -> "after " + column).orElse("first") + (ifPossible ? " if possible" : "");
    }
}
