package dev.migrate.record;

import dev.migrate.Action;
import dev.migrate.ForeignKeySpec;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is said about one foreign key. */
final class RecordedForeignKey implements ForeignKeySpec {

    private @Nullable String name;
    private List<String> columns = List.of();
    private @Nullable TableName references;
    private List<String> referencedColumns = List.of();
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;

    ForeignKey key(TableName table, Naming naming) {
        if (references == null || columns.isEmpty()) {
            throw Checked.bad(
                    "a foreign key of " + table + " does not say "
                            + (columns.isEmpty() ? "which columns refer" : "what it refers to"),
                    "write f -> f.columns(…).references(table, …)");
        }
        if (columns.size() != referencedColumns.size()) {
            throw Checked.bad(
                    "a foreign key of " + table + " has " + columns.size() + " columns and refers to "
                            + referencedColumns.size(),
                    "name as many columns on both sides, in the same order");
        }
        return new ForeignKey(
                name == null ? naming.foreignKey(table, columns, references) : name,
                columns,
                references,
                referencedColumns,
                onDelete,
                onUpdate);
    }

    @Override
    public ForeignKeySpec named(String fullName) {
        name = Checked.name("foreign key", fullName);
        return this;
    }

    @Override
    public ForeignKeySpec columns(String column, String... more) {
        columns = Checked.columns(column, more);
        return this;
    }

    @Override
    public ForeignKeySpec references(String table, String column, String... more) {
        references = TableName.parse(table);
        referencedColumns = Checked.columns(column, more);
        return this;
    }

    @Override
    public ForeignKeySpec onDelete(Action action) {
        onDelete = ReferentialAction.valueOf(action.name());
        return this;
    }

    @Override
    public ForeignKeySpec onUpdate(Action action) {
        onUpdate = ReferentialAction.valueOf(action.name());
        return this;
    }
}
