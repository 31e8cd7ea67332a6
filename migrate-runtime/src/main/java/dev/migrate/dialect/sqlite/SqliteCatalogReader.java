package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Identifiers;
import dev.migrate.introspect.CatalogQuery;
import dev.migrate.introspect.CatalogReader;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code sqlite_schema}, which holds the text of every definition: one query for each schema, and one more where
 * foreign keys name no columns of tables that were not asked for, or where {@code ANALYZE} has run.
 */
final class SqliteCatalogReader implements CatalogReader {

    private static final String PROGRAMS = """
            SELECT 'trigger', lower(name) FROM main.sqlite_schema WHERE type = 'trigger'
            UNION ALL SELECT 'virtual table', lower(name) FROM main.sqlite_schema
                WHERE type = 'table' AND upper(sql) LIKE 'CREATE VIRTUAL%'
            ORDER BY 1, 2""";

    /** What {@code ANALYZE} counted; there only once it ran. */
    private static final String COUNTED = "sqlite_stat1";

    private static final String DEFINITIONS = "SELECT type, name, tbl_name, sql FROM %s.sqlite_schema"
            + " WHERE sql IS NOT NULL AND (tbl_name NOT LIKE 'sqlite\\_%%' ESCAPE '\\'%s OR name = '" + COUNTED
            + "') ORDER BY type DESC, name";

    private final Identifiers names;

    SqliteCatalogReader(Identifiers names) {
        this.names = names;
    }

    /**
     * What one schema holds, by the names of tables in lower case.
     *
     * @param tables definitions of tables
     * @param beside what belongs to a table: indexes and triggers
     * @param views definitions of views, by their own names
     * @param analyzed the tables of which {@code ANALYZE} has counted what is in them
     */
    private record Definitions(
            Map<String, Definition> tables,
            Map<String, List<Definition>> beside,
            Map<String, String> views,
            Set<String> analyzed) {}

    /** One definition. */
    private record Definition(String type, String name, String sql) {}

    @Override
    public List<Table> tables(Connection connection, Collection<TableName> wanted) throws SQLException {
        Map<String, List<TableName>> bySchema = new TreeMap<>();
        wanted.forEach(
                name -> bySchema.computeIfAbsent(name.schema().orElse(SqliteDialect.MAIN), schema -> new ArrayList<>())
                        .add(name));
        Map<TableName, Table> found = new HashMap<>();
        for (Map.Entry<String, List<TableName>> schema : bySchema.entrySet()) {
            List<String> keys =
                    schema.getValue().stream().map(name -> folded(name.name())).toList();
            Definitions definitions = read(connection, schema.getKey(), keys);
            for (TableName name : schema.getValue()) {
                Definition definition = definitions.tables.get(folded(name.name()));
                if (definition != null) {
                    found.put(name, table(name, definition, definitions));
                }
            }
            complete(connection, schema.getKey(), found);
        }
        return wanted.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public SchemaModel schema(Connection connection, Optional<String> schema) throws SQLException {
        String name = schema.orElse(SqliteDialect.MAIN);
        Definitions definitions = read(connection, name, List.of());
        Map<TableName, Table> tables = new LinkedHashMap<>();
        for (Definition definition : definitions.tables.values()) {
            TableName table = new TableName(schema, definition.name);
            tables.put(table, table(table, definition, definitions));
        }
        complete(connection, name, tables);
        return SchemaModel.of(tables.values())
                .withViews(definitions.views.entrySet().stream()
                        .map(view -> View.of(new TableName(schema, view.getKey()), view.getValue()))
                        .toList());
    }

    @Override
    public List<String> programs(Connection connection) throws SQLException {
        return CatalogQuery.things(connection, PROGRAMS);
    }

    @Override
    public List<Namespace> namespaces(Connection connection) {
        return List.of();
    }

    private Definitions read(Connection connection, String schema, List<String> tables) throws SQLException {
        Definitions definitions = new Definitions(new TreeMap<>(), new HashMap<>(), new TreeMap<>(), new HashSet<>());
        String condition = tables.isEmpty()
                ? ""
                : " AND lower(tbl_name) IN (" + String.join(", ", Collections.nCopies(tables.size(), "?")) + ")";
        try (PreparedStatement statement =
                connection.prepareStatement(DEFINITIONS.formatted(names.sql(schema), condition))) {
            for (int at = 0; at < tables.size(); at++) {
                statement.setString(at + 1, tables.get(at));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    take(
                            definitions,
                            rows.getString(3),
                            new Definition(rows.getString(1), rows.getString(2), rows.getString(4)));
                }
            }
        }
        if (definitions.tables.remove(COUNTED) != null) {
            readAnalyzed(connection, schema, definitions.analyzed);
        }
        return definitions;
    }

    private void readAnalyzed(Connection connection, String schema, Set<String> analyzed) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT DISTINCT tbl FROM " + names.sql(schema) + "." + COUNTED)) {
            while (rows.next()) {
                analyzed.add(folded(rows.getString(1)));
            }
        }
    }

    private static void take(Definitions definitions, String table, Definition definition) {
        switch (definition.type) {
            case "table" -> {
                if (!TableText.isVirtual(definition.sql)) {
                    definitions.tables.put(folded(table), definition);
                }
            }
            case "view" -> definitions.views.put(definition.name, ViewText.query(definition.sql));
            default ->
                definitions
                        .beside
                        .computeIfAbsent(folded(table), key -> new ArrayList<>())
                        .add(definition);
        }
    }

    private static Table table(TableName name, Definition definition, Definitions definitions) {
        Table table = TableText.read(name, definition.sql);
        Map<String, String> options = new TreeMap<>(table.options());
        if (definitions.analyzed.contains(folded(definition.name))) {
            options.put(SqliteOptions.ANALYZED, "true");
        }
        for (Definition beside : definitions.beside.getOrDefault(folded(definition.name), List.of())) {
            if (beside.type.equals("index")) {
                table = table.with(IndexText.read(table, beside.sql));
            } else {
                options.put(SqliteOptions.trigger(beside.name), beside.sql);
            }
        }
        return table.withOptions(options);
    }

    /** A foreign key that names no columns means the other table's primary key. */
    private void complete(Connection connection, String schema, Map<TableName, Table> tables) throws SQLException {
        List<String> wanted = tables.values().stream()
                .filter(table ->
                        table.name().schema().orElse(SqliteDialect.MAIN).equals(schema))
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.referencedColumns().isEmpty())
                .map(key -> folded(key.references().name()))
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, PrimaryKey> keys = new HashMap<>();
        read(connection, schema, wanted)
                .tables
                .forEach((name, definition) -> TableText.read(
                                new TableName(Optional.empty(), definition.name), definition.sql)
                        .primaryKey()
                        .ifPresent(key -> keys.put(name, key)));
        tables.replaceAll((name, table) -> completed(table, keys));
    }

    private static Table completed(Table table, Map<String, PrimaryKey> keys) {
        Table completed = table;
        for (ForeignKey key : table.foreignKeys()) {
            PrimaryKey primary = keys.get(folded(key.references().name()));
            if (key.referencedColumns().isEmpty() && primary != null) {
                completed = completed.replacing(key, key.referringTo(key.references(), primary.columns()));
            }
        }
        return completed;
    }

    private static String folded(String name) {
        return SqliteNormalForm.folded(name);
    }
}
