package dev.migrate.dialect;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Condition;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two rows in each table of {@link RandomChanges}. A value follows from its type and row alone, and the two differ, so
 * that they satisfy any key, and what was dropped can be filled again as it was. Columns that refer hold 1 and nothing.
 */
final class RandomRows {

    private static final List<Long> IDS = List.of(1L, 2L);

    private RandomRows() {}

    /** Fills what an operation made: a table that it created, or a column that it added. */
    static void fill(LiveSchema live, Operation done) throws SQLException {
        if (done instanceof CreateTable create) {
            insert(live, create.definition());
        } else if (done instanceof AddColumn add && isFilled(add.column())) {
            update(live, add.table(), add.column());
        } else if (done instanceof AlterTable several) {
            for (Operation part : several.changes()) {
                fill(live, part);
            }
        }
    }

    private static void insert(LiveSchema live, Table table) throws SQLException {
        List<Column> columns =
                table.columns().stream().filter(RandomRows::isFilled).toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (long id : IDS) {
            List<@Nullable Object> row = new ArrayList<>();
            columns.forEach(column -> row.add(value(column, id)));
            rows.add(row);
        }
        live.execute(
                new InsertRows(table.name(), columns.stream().map(Column::name).toList(), rows));
    }

    private static void update(LiveSchema live, TableName table, Column column) throws SQLException {
        for (long id : IDS) {
            live.execute(new UpdateRows(
                    table,
                    List.of(new UpdateRows.Assignment(column.name(), Optional.empty(), value(column, id))),
                    Optional.of(new Condition("id = ?", List.of(id)))));
        }
    }

    private static boolean isFilled(Column column) {
        return column.generated().isEmpty();
    }

    private static @Nullable Object value(Column column, long id) {
        if (column.name().startsWith("r")) {
            return id == 1 ? 1L : null;
        }
        ColumnType type = column.type();
        if (type instanceof ColumnType.IntegerType) {
            return id;
        }
        if (type instanceof ColumnType.Decimal) {
            return BigDecimal.valueOf(id);
        }
        if (type instanceof ColumnType.Bool) {
            return id == 1;
        }
        if (type instanceof ColumnType.Date) {
            return LocalDate.of(2024, 2, 28).plusDays(id);
        }
        LocalDateTime time = LocalDateTime.of(2024, 2, 28, 23, 59, 59).plusSeconds(id);
        if (type instanceof ColumnType.Timestamp) {
            return time;
        }
        return type instanceof ColumnType.TimestampTz ? OffsetDateTime.of(time, ZoneOffset.UTC) : id == 1 ? "a" : "b";
    }

    /** All rows of all tables, as text; the columns by name, so that their order does not count. */
    static String digest(Connection connection, Dialect dialect, SchemaModel schema) throws SQLException {
        StringBuilder digest = new StringBuilder();
        for (Table table : schema.tables()) {
            digest.append(table.name()).append('\n');
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT * FROM " + dialect.sqlName(table.name()) + " ORDER BY id")) {
                while (rows.next()) {
                    digest.append("  ").append(row(rows)).append('\n');
                }
            }
        }
        return digest.toString();
    }

    /** A number stays the same when its type becomes another one. */
    private static SortedMap<String, String> row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        SortedMap<String, String> values = new TreeMap<>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            String text = row.getObject(at) instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : row.getString(at);
            values.put(columns.getColumnLabel(at), String.valueOf(text));
        }
        return values;
    }
}
