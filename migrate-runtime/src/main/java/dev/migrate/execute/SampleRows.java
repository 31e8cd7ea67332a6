package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.InsertRows;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a row into each empty table, where one can be made up: nobody knows what a condition or a trigger wants, and what
 * the database refuses is left out.
 */
final class SampleRows {

    private final Connection connection;
    private final Dialect dialect;
    private final SchemaModel schema;
    private final SampleValues values;

    private SampleRows(Connection connection, Dialect dialect, SchemaModel schema) {
        this.connection = connection;
        this.dialect = dialect;
        this.schema = schema;
        values = new SampleValues(schema);
    }

    /**
     * Fills tables. Parents come first, so that their children can refer to them.
     *
     * @param schema the tables, as they were read
     * @return how many got a row
     */
    static int into(SchemaModel schema, Connection connection, Dialect dialect) throws SQLException {
        SampleRows rows = new SampleRows(connection, dialect, schema);
        List<Table> empty = new ArrayList<>();
        for (Table table : schema.tables()) {
            if (rows.first(table.name(), List.of("1")).isEmpty()) {
                empty.add(table);
            }
        }
        int made = 0;
        for (boolean goesOn = true; goesOn; ) {
            goesOn = false;
            for (Table table : List.copyOf(empty)) {
                if (rows.insert(table)) {
                    empty.remove(table);
                    made++;
                    goesOn = true;
                }
            }
        }
        return made;
    }

    private boolean insert(Table table) throws SQLException {
        Optional<Map<String, Object>> row = row(table);
        if (row.isEmpty() || row.get().isEmpty()) {
            return false;
        }
        InsertRows insert = new InsertRows(
                table.name(),
                List.copyOf(row.get().keySet()),
                List.of(new ArrayList<>(row.get().values())));
        try {
            ScratchHistory.execute(dialect.render(insert, schema), connection, dialect);
            return true;
        } catch (SQLException | MigrateException e) {
            return false; // a made-up row need not please; without it the table is only tried empty
        }
    }

    /** The values of a row; nothing where one is needed and cannot be made up. */
    private Optional<Map<String, Object>> row(Table table) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (ForeignKey key : table.foreignKeys()) {
            List<String> referred = key.referencedColumns().stream()
                    .map(column -> dialect.sqlName(column))
                    .toList();
            Optional<List<@Nullable Object>> parent =
                    schema.findTable(key.references()).isEmpty() ? Optional.empty() : first(key.references(), referred);
            for (int i = 0; i < key.columns().size(); i++) {
                String column = key.columns().get(i);
                Object value = parent.isEmpty() ? null : parent.get().get(i);
                if (value != null) {
                    row.put(column, value);
                } else if (isNeeded(table.column(column))) {
                    return Optional.empty();
                }
            }
        }
        List<String> referring = table.foreignKeys().stream()
                .flatMap(key -> key.columns().stream())
                .toList();
        for (Column column : table.columns()) {
            if (referring.contains(column.name()) || isFilledByItself(column)) {
                continue;
            }
            Optional<Object> value = column.type().accept(values);
            if (value.isPresent()) {
                row.put(column.name(), value.get());
            } else if (isNeeded(column)) {
                return Optional.empty();
            }
        }
        return Optional.of(row);
    }

    private static boolean isFilledByItself(Column column) {
        return column.identity().isPresent()
                || column.generated().isPresent()
                || column.defaultValue().isPresent();
    }

    private static boolean isNeeded(Column column) {
        return !column.nullable() && !isFilledByItself(column);
    }

    /** What stands in some row of a table; empty when it has none. */
    private Optional<List<@Nullable Object>> first(TableName table, List<String> expressions) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet row = statement.executeQuery(
                    "SELECT " + String.join(", ", expressions) + " FROM " + dialect.sqlName(table))) {
                if (!row.next()) {
                    return Optional.empty();
                }
                List<@Nullable Object> found = new ArrayList<>();
                for (int i = 1; i <= expressions.size(); i++) {
                    found.add(row.getObject(i));
                }
                return Optional.of(found);
            }
        }
    }
}
