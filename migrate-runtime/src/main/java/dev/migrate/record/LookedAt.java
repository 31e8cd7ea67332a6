package dev.migrate.record;

import dev.migrate.ConstraintKind;
import dev.migrate.Database;
import dev.migrate.DatabaseView;
import dev.migrate.operation.Bytes;
import dev.migrate.operation.Decide;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database as a decision sees it: what the run can look at, in the words of the API. */
record LookedAt(Decide.View view, Database database, Naming naming) implements DatabaseView {

    @Override
    public String serverVersion() {
        return view.version();
    }

    @Override
    public List<String> tables() {
        return view.schema().tables().stream()
                .map(table -> table.name().toString())
                .toList();
    }

    @Override
    public Optional<TableView> table(String table) {
        return view.table(naming.table(table)).map(found -> new TableAsItIs(found, view));
    }

    @Override
    public boolean hasTable(String table) {
        return table(table).isPresent();
    }

    @Override
    public boolean hasColumn(String table, String column) {
        return view.table(naming.table(table))
                .flatMap(found -> found.findColumn(naming.name("column", column)))
                .isPresent();
    }

    @Override
    public List<ForeignKeyView> foreignKeysTo(String table) {
        TableName wanted = naming.table(table);
        return view.schema().tables().stream()
                .flatMap(TableAsItIs::keys)
                .filter(key -> key.key().references().equals(wanted))
                .sorted(Comparator.comparing(ForeignKeyView::table).thenComparing(ForeignKeyView::name))
                .map(ForeignKeyView.class::cast)
                .toList();
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... arguments) {
        Decide.Rows rows = view.query(Checked.text("query", sql), Values.all(arguments));
        List<Map<String, @Nullable Object>> named = new ArrayList<>();
        for (List<@Nullable Object> values : rows.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(rows.columns().get(i), given(values.get(i)));
            }
            named.add(row);
        }
        return named;
    }

    @Override
    public Optional<Object> queryOne(String sql, @Nullable Object... arguments) {
        List<Map<String, @Nullable Object>> rows = query(sql, arguments);
        if (rows.size() > 1 || rows.stream().anyMatch(row -> row.size() > 1)) {
            throw Checked.bad(
                    "queryOne takes one row and one column, but the answer has more: " + sql.strip(),
                    "ask for one value, or call query");
        }
        return rows.stream()
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.values().iterator().next()));
    }

    private static @Nullable Object given(@Nullable Object value) {
        return value instanceof Bytes bytes ? bytes.toArray() : value;
    }

    private record TableAsItIs(Table table, Decide.View view) implements TableView {

        static Stream<KeyAsItIs> keys(Table table) {
            return table.foreignKeys().stream().map(key -> new KeyAsItIs(table.name(), key));
        }

        @Override
        public String name() {
            return table.name().toString();
        }

        @Override
        public List<ColumnView> columns() {
            return table.columns().stream()
                    .map(column -> new ColumnAsItIs(column, view.typeName(column.type())))
                    .map(ColumnView.class::cast)
                    .toList();
        }

        @Override
        public List<String> primaryKey() {
            return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        }

        @Override
        public List<ForeignKeyView> foreignKeys() {
            return keys(table).map(ForeignKeyView.class::cast).toList();
        }

        @Override
        public List<IndexView> indexes() {
            return table.indexes().stream()
                    .map(IndexAsItIs::new)
                    .sorted(Comparator.comparing(IndexView::name))
                    .map(IndexView.class::cast)
                    .toList();
        }

        @Override
        public List<ConstraintView> constraints() {
            return table.constraints().stream()
                    .filter(constraint -> !(constraint instanceof PrimaryKey || constraint instanceof ForeignKey))
                    .map(ConstraintAsItIs::new)
                    .sorted(Comparator.comparing(ConstraintView::name))
                    .map(ConstraintView.class::cast)
                    .toList();
        }
    }

    private record ColumnAsItIs(Column column, String type) implements ColumnView {

        @Override
        public String name() {
            return column.name();
        }

        @Override
        public boolean nullable() {
            return column.nullable();
        }
    }

    private record IndexAsItIs(Index index) implements IndexView {

        @Override
        public String name() {
            return index.name();
        }

        @Override
        public List<String> columns() {
            return index.parts().stream().map(Index.Part::term).toList();
        }

        @Override
        public boolean unique() {
            return index.unique();
        }
    }

    private record ConstraintAsItIs(Constraint constraint) implements ConstraintView {

        @Override
        public String name() {
            return constraint.name();
        }

        @Override
        public ConstraintKind kind() {
            return ConstraintKind.valueOf(constraint.kind().name());
        }

        @Override
        public List<String> columns() {
            return constraint instanceof UniqueConstraint unique ? unique.columns() : List.of();
        }
    }

    private record KeyAsItIs(TableName of, ForeignKey key) implements ForeignKeyView {

        @Override
        public String table() {
            return of.toString();
        }

        @Override
        public String name() {
            return key.name();
        }

        @Override
        public List<String> columns() {
            return key.columns();
        }

        @Override
        public String references() {
            return key.references().toString();
        }

        @Override
        public List<String> referencedColumns() {
            return key.referencedColumns();
        }
    }
}
