package dev.migrate.introspect;

import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Queries of one catalogue for a set of tables, or for all tables of a schema. Each query asks for all of them at once.
 */
public final class CatalogQuery {

    private final Connection connection;
    private final String defaultSchema;
    private final Map<Stored, TableName> asked = new LinkedHashMap<>();
    private final Map<String, List<String>> bySchema = new TreeMap<>();
    private final Map<Stored, TableDraft> drafts = new LinkedHashMap<>();
    private final Optional<Function<String, TableName>> naming;

    /**
     * Prepares to ask for some tables.
     *
     * @param connection an open connection
     * @param defaultSchema the schema in which names without one are looked up, as migrations write it
     * @param names the tables, as they were asked for
     * @param stored where the catalogue has each of them
     */
    public CatalogQuery(
            Connection connection,
            String defaultSchema,
            Collection<TableName> names,
            Function<TableName, Stored> stored) {
        this.connection = connection;
        this.defaultSchema = defaultSchema;
        naming = Optional.empty();
        names.forEach(name -> asked.put(stored.apply(name), name));
        asked.keySet()
                .forEach(table -> bySchema.computeIfAbsent(table.schema(), schema -> new ArrayList<>())
                        .add(table.table()));
    }

    /**
     * Prepares to ask for everything in a schema.
     *
     * @param connection an open connection
     * @param defaultSchema the schema in which names without one are looked up, as migrations write it
     * @param schema the schema to read, as the catalogue has it
     * @param naming gives the name under which a table is wanted, from the name that the catalogue has
     */
    public CatalogQuery(
            Connection connection, String defaultSchema, String schema, Function<String, TableName> naming) {
        this.connection = connection;
        this.defaultSchema = defaultSchema;
        this.naming = Optional.of(naming);
        bySchema.put(schema, List.of());
    }

    /**
     * A table as the catalogue has it.
     *
     * @param schema its schema
     * @param table its name
     */
    public record Stored(String schema, String table) {}

    /**
     * What is done with one row.
     */
    @FunctionalInterface
    public interface Row {
        /**
         * Takes the row under the cursor.
         *
         * @param row the row
         * @param table the table it is about
         * @throws SQLException when a value cannot be read
         */
        void read(ResultSet row, TableDraft table) throws SQLException;
    }

    /** What is done with one row of a query about all tables. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Takes the row under the cursor.
         *
         * @param row the row
         * @throws SQLException when a value cannot be read
         */
        void read(ResultSet row) throws SQLException;
    }

    /**
     * Begins with the tables that exist. When none is asked for, or none exists, there is nothing further to ask.
     *
     * @param sql a query whose first two columns are schema and table; where it has {@code %s}, the condition on the
     *     tables is put
     * @param schemaColumn the column that holds the schema
     * @param tableColumn the column that holds the table's name
     * @param row what is done with each row
     * @return whether there is any
     * @throws SQLException when the database refuses
     */
    public boolean tables(String sql, String schemaColumn, String tableColumn, Row row) throws SQLException {
        if (bySchema.isEmpty()) {
            return false;
        }
        run(sql, schemaColumn, tableColumn, row, true);
        return !drafts.isEmpty();
    }

    /**
     * Reads what is about the tables that exist.
     *
     * @param sql a query whose first two columns are schema and table; where it has {@code %s}, the condition on the
     *     tables is put
     * @param schemaColumn the column that holds the schema
     * @param tableColumn the column that holds the table's name
     * @param row what is done with each row
     * @throws SQLException when the database refuses
     */
    public void details(String sql, String schemaColumn, String tableColumn, Row row) throws SQLException {
        run(sql, schemaColumn, tableColumn, row, false);
    }

    /**
     * Reads what is about any table.
     *
     * @param sql a query; where it has {@code %s}, a condition is put that is always true
     * @param reader what is done with each row
     * @throws SQLException when the database refuses
     */
    public void everything(String sql, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.formatted("1 = 1"));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /**
     * Reads what stands beside the tables of the schemas that were asked about.
     *
     * @param sql a query; where it has {@code %s}, the condition on the schemas is put
     * @param schemaColumn the column that holds the schema
     * @param reader what is done with each row
     * @throws SQLException when the database refuses
     */
    public void beside(String sql, String schemaColumn, Reader reader) throws SQLException {
        String condition = schemaColumn + " IN (" + questions(bySchema.size()) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql.formatted(condition))) {
            int at = 1;
            for (String schema : bySchema.keySet()) {
                statement.setString(at++, schema);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private void run(String sql, String schemaColumn, String tableColumn, Row row, boolean begins) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(sql.formatted(condition(schemaColumn, tableColumn)))) {
            int at = 1;
            for (Map.Entry<String, List<String>> schema : bySchema.entrySet()) {
                statement.setString(at++, schema.getKey());
                for (String table : schema.getValue()) {
                    statement.setString(at++, table);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Stored table = new Stored(rows.getString(1), rows.getString(2));
                    TableDraft draft = begins ? begin(table) : drafts.get(table);
                    if (draft != null) {
                        row.read(rows, draft);
                    }
                }
            }
        }
    }

    private TableDraft begin(Stored table) {
        naming.ifPresent(name -> asked.put(table, name.apply(table.table())));
        return drafts.computeIfAbsent(table, key -> new TableDraft());
    }

    /** Equalities where one table is asked for: only these let MariaDB open a single table. */
    private String condition(String schemaColumn, String tableColumn) {
        List<String> conditions = new ArrayList<>();
        bySchema.values().forEach(tables -> conditions.add(schemaColumn + " = ?" + condition(tableColumn, tables)));
        return conditions.size() == 1 ? conditions.get(0) : "((" + String.join(") OR (", conditions) + "))";
    }

    private static String condition(String tableColumn, List<String> tables) {
        if (tables.isEmpty()) {
            return "";
        }
        return " AND " + tableColumn + (tables.size() == 1 ? " = ?" : " IN (" + questions(tables.size()) + ")");
    }

    private static String questions(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /**
     * The tables that were found.
     *
     * @return each under the name it was asked for, in the order in which they were asked for; all tables of a
     *     schema in the order in which the catalogue gave them
     */
    public List<Table> found() {
        List<Table> tables = new ArrayList<>();
        asked.forEach((stored, name) -> Optional.ofNullable(drafts.get(stored))
                .ifPresent(draft -> tables.add(draft.table(name, defaultSchema))));
        return tables;
    }

    /**
     * Asks what things there are.
     *
     * @param connection an open connection
     * @param sql a query of two columns, the kind of a thing and its name
     * @return the kind and the name of each, in the order of the query
     * @throws SQLException when the database refuses
     */
    public static List<String> things(Connection connection, String sql) throws SQLException {
        List<String> things = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                things.add(row.getString(1) + " " + row.getString(2));
            }
        }
        return things;
    }
}
