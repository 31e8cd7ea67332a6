package dev.migrate.dialect.h2;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.SqlText;
import dev.migrate.introspect.CatalogQuery;
import dev.migrate.introspect.TableDraft;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys and checks. What would be a join is put together here: a join of two views of H2's INFORMATION_SCHEMA fills
 * the inner one anew for each row of the outer. Where a foreign key leads to is only known by its key's name; then the
 * keys of all tables are read.
 */
final class H2Constraints {

    private static final String CONSTRAINTS = "SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_SCHEMA, CONSTRAINT_NAME,"
            + " CONSTRAINT_TYPE, INDEX_SCHEMA, INDEX_NAME, @nulls FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE %s";

    private static final String KEY_COLUMNS = "SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_SCHEMA, CONSTRAINT_NAME,"
            + " COLUMN_NAME, POSITION_IN_UNIQUE_CONSTRAINT"
            + " FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE WHERE %s ORDER BY ORDINAL_POSITION";

    private static final String INDEX_COLUMNS = "SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_SCHEMA, INDEX_NAME,"
            + " COLUMN_NAME FROM INFORMATION_SCHEMA.INDEX_COLUMNS WHERE %s ORDER BY ORDINAL_POSITION";

    private static final String REFERENCES = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA,"
            + " UNIQUE_CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS"
            + " WHERE %s";

    private static final String CHECKS = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE %s";

    private final CatalogQuery query;
    private final Identifiers names;
    private final String constraintsSql;
    private final Map<Named, TableDraft> own = new LinkedHashMap<>();
    private final Map<Named, Constraint> constraints = new HashMap<>();
    private final Map<Named, List<KeyColumn>> keyColumns = new HashMap<>();
    private final Map<Named, List<String>> indexColumns = new HashMap<>();

    /**
     * @param saysWhatNullsAre whether the catalogue tells if two rows without a value have the same
     */
    H2Constraints(CatalogQuery query, Identifiers names, boolean saysWhatNullsAre) {
        this.query = query;
        this.names = names;
        constraintsSql = CONSTRAINTS.replace("@nulls", nulls(saysWhatNullsAre));
    }

    static String nulls(boolean known) {
        return known ? "NULLS_DISTINCT" : "NULL";
    }

    static boolean areEqual(@Nullable String distinct) {
        return "NO".equals(distinct);
    }

    void read() throws SQLException {
        query.details(constraintsSql, "TABLE_SCHEMA", "TABLE_NAME", (row, table) -> {
            own.put(named(row, 3), table);
            constraints.put(named(row, 3), constraint(row));
        });
        boolean anyForeignKey = has("FOREIGN KEY");
        if (anyForeignKey) {
            query.everything(constraintsSql, row -> constraints.put(named(row, 3), constraint(row)));
        }
        if (anyForeignKey || has("PRIMARY KEY") || has("UNIQUE")) {
            readColumns(anyForeignKey);
            takeKeys();
        }
        if (anyForeignKey) {
            query.everything(REFERENCES, this::takeForeignKey);
        }
        if (has("CHECK")) {
            query.everything(CHECKS, this::takeCheck);
        }
    }

    private boolean has(String kind) {
        return own.keySet().stream()
                .anyMatch(name -> get(constraints, name).kind.equals(kind));
    }

    private void readColumns(boolean everywhere) throws SQLException {
        CatalogQuery.Reader keyColumn = row -> keyColumns
                .computeIfAbsent(named(row, 3), key -> new ArrayList<>())
                .add(new KeyColumn(row.getString(5), row.getInt(6)));
        CatalogQuery.Reader indexColumn = row -> indexColumns
                .computeIfAbsent(named(row, 3), index -> new ArrayList<>())
                .add(row.getString(5));
        if (everywhere) {
            query.everything(KEY_COLUMNS, keyColumn);
            query.everything(INDEX_COLUMNS, indexColumn);
        } else {
            query.details(KEY_COLUMNS, "TABLE_SCHEMA", "TABLE_NAME", (row, table) -> keyColumn.read(row));
            query.details(INDEX_COLUMNS, "TABLE_SCHEMA", "TABLE_NAME", (row, table) -> indexColumn.read(row));
        }
    }

    private void takeKeys() {
        own.forEach((named, table) -> {
            String name = names.unfolded(named.name);
            switch (get(constraints, named).kind) {
                case "PRIMARY KEY" -> columns(named).forEach(column -> table.primaryKeyColumn(name, column));
                case "UNIQUE" ->
                    table.constraint(new UniqueConstraint(
                            name,
                            columns(named),
                            get(constraints, named).nullsNotDistinct,
                            List.of(),
                            Optional.empty()));
                default -> {
                    // Foreign keys and checks come when their own view is read.
                }
            }
        });
    }

    private void takeForeignKey(ResultSet row) throws SQLException {
        Named named = named(row, 1);
        TableDraft table = own.get(named);
        if (table == null) {
            return;
        }
        List<String> columns = columns(named);
        Named key = named(row, 3);
        TableName references = get(constraints, key).table(names);
        List<String> referenced = columns(key);
        List<KeyColumn> positions = get(keyColumns, named);
        for (int at = 0; at < columns.size(); at++) {
            table.foreignKeyColumn(
                    names.unfolded(named.name),
                    columns.get(at),
                    references,
                    referenced.get(positions.get(at).position - 1),
                    row.getString(5),
                    row.getString(6));
        }
    }

    private void takeCheck(ResultSet row) throws SQLException {
        TableDraft table = own.get(named(row, 1));
        if (table != null) {
            table.constraint(new CheckConstraint(
                    names.unfolded(row.getString(2)), SqlText.withoutParentheses(H2Text.plain(row.getString(3)))));
        }
    }

    /**
     * The columns of a key. After a column was renamed, H2 2.4 tells its old name here until the table changes again; the
     * index behind the key tells the new one. It may be shared, and have the columns in another order.
     */
    private List<String> columns(Named key) {
        List<String> reported =
                get(keyColumns, key).stream().map(KeyColumn::name).toList();
        List<String> indexed = indexColumns.getOrDefault(get(constraints, key).index, reported);
        Deque<String> renamed = new ArrayDeque<>(indexed.subList(0, Math.min(indexed.size(), reported.size())));
        renamed.removeAll(reported);
        return reported.stream()
                .map(column -> indexed.contains(column) || renamed.isEmpty() ? column : renamed.remove())
                .map(names::unfolded)
                .toList();
    }

    private static <T> T get(Map<Named, T> map, Named name) {
        return Optional.ofNullable(map.get(name))
                .orElseThrow(() -> new IllegalStateException("the catalogue changed while it was read: " + name));
    }

    private static Named named(ResultSet row, int column) throws SQLException {
        return new Named(row.getString(column), row.getString(column + 1));
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        return new Constraint(
                row.getString(1),
                row.getString(2),
                row.getString(5),
                new Named(
                        Optional.ofNullable(row.getString(6)).orElse(""),
                        Optional.ofNullable(row.getString(7)).orElse("")),
                areEqual(row.getString(8)));
    }

    private record Named(String schema, String name) {}

    private record KeyColumn(String name, int position) {}

    private record Constraint(String schema, String table, String kind, Named index, boolean nullsNotDistinct) {

        TableName table(Identifiers names) {
            return new TableName(Optional.of(names.unfolded(schema)), names.unfolded(table));
        }
    }
}
