package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Column;
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
import java.util.stream.Collectors;

/**
 * The rows of all tables at one moment.
 *
 * @param tables of each table how many rows it has, and as long as they are few, what is in them
 */
record StoredRows(Map<TableName, Content> tables) {

    private static final int FEW = 100;

    /**
     * @param count how many rows there are
     * @param values by column, what the rows hold as text, in no order that means anything; empty where they are many
     */
    record Content(long count, Map<String, List<String>> values) {}

    static StoredRows of(SchemaModel schema, Connection connection, Dialect dialect) throws SQLException {
        Map<TableName, Content> tables = new LinkedHashMap<>();
        for (Table table : schema.tables()) {
            tables.put(table.name(), content(table, connection, dialect));
        }
        return new StoredRows(tables);
    }

    private static Content content(Table table, Connection connection, Dialect dialect) throws SQLException {
        List<String> names = table.columns().stream().map(Column::name).toList();
        String from = " FROM " + dialect.sqlName(table.name());
        try (Statement statement = connection.createStatement()) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            statement.setMaxRows(FEW + 1);
            int few = 0;
            try (ResultSet row = statement.executeQuery(
                    "SELECT " + names.stream().map(dialect::sqlName).collect(Collectors.joining(", ")) + from)) {
                for (; row.next(); few++) {
                    for (int i = 0; i < names.size(); i++) {
                        values.computeIfAbsent(names.get(i), name -> new ArrayList<>())
                                .add(String.valueOf(row.getString(i + 1)));
                    }
                }
            }
            if (few <= FEW) {
                return new Content(few, values);
            }
            try (ResultSet row = statement.executeQuery("SELECT COUNT(*)" + from)) {
                row.next();
                return new Content(row.getLong(1), Map.of());
            }
        }
    }

    /** The tables that have another number of rows than they had, a line each. */
    List<String> lost(StoredRows before) {
        List<String> lines = new ArrayList<>();
        before.tables.forEach((table, was) -> {
            Content is = tables.get(table);
            if (is != null && is.count != was.count) {
                lines.add("table " + table + " has " + is.count + (is.count == 1 ? " row" : " rows") + ", and had "
                        + was.count);
            }
        });
        return lines;
    }

    /**
     * The columns that hold something else than they held.
     *
     * @param kept the schema in between: what it lacks, or has as another type, cannot be expected back
     * @param schema the schema before and after
     */
    List<String> changed(StoredRows before, SchemaModel schema, SchemaModel kept) {
        List<String> columns = new ArrayList<>();
        before.tables.forEach((name, was) -> {
            Content is = tables.get(name);
            if (is == null || is.count != was.count) {
                return;
            }
            was.values.forEach((column, values) -> {
                boolean stayed = kept.findTable(name)
                        .flatMap(table -> table.findColumn(column))
                        .map(Column::type)
                        .equals(schema.findTable(name)
                                .flatMap(table -> table.findColumn(column))
                                .map(Column::type));
                if (stayed && !sorted(values).equals(sorted(is.values.getOrDefault(column, values)))) {
                    columns.add(name + "." + column);
                }
            });
        });
        return columns;
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().sorted().toList();
    }
}
