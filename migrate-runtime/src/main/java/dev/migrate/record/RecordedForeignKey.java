package dev.migrate.record;

import dev.migrate.Action;
import dev.migrate.ForeignKeySpec;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is said about one foreign key. */
final class RecordedForeignKey implements ForeignKeySpec {

    private final Naming naming;
    private @Nullable String name;
    private List<String> columns = List.of();
    private @Nullable TableName references;
    private List<String> referencedColumns = List.of();
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    private List<String> emptied = List.of();
    private boolean matchFull;
    private Optional<Deferral> deferral = Optional.empty();
    private Optional<Enforcement> enforcement = Optional.empty();

    RecordedForeignKey(Naming naming) {
        this.naming = naming;
    }

    ForeignKey key(TableName table) {
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
        requireEmptied(table);
        return new ForeignKey(
                name == null ? naming.foreignKey(table, columns, references) : name,
                columns,
                references,
                referencedColumns,
                onDelete,
                onUpdate,
                emptied,
                matchFull,
                deferral,
                enforcement);
    }

    private void requireEmptied(TableName table) {
        boolean empties = onDelete == ReferentialAction.SET_NULL || onDelete == ReferentialAction.SET_DEFAULT;
        if (!emptied.isEmpty() && !(empties && columns.containsAll(emptied))) {
            throw Checked.bad(
                    "a foreign key of " + table + " names columns " + emptied + " for ON DELETE " + onDelete.sql()
                            + ", and refers by " + columns,
                    "name some of its own columns, for Action.SET_NULL or Action.SET_DEFAULT only");
        }
    }

    @Override
    public ForeignKeySpec named(String fullName) {
        name = naming.name("foreign key", fullName);
        return this;
    }

    @Override
    public ForeignKeySpec columns(String column, String... more) {
        columns = naming.columns(column, more);
        return this;
    }

    @Override
    public ForeignKeySpec references(String table, String column, String... more) {
        references = naming.table(table);
        referencedColumns = naming.columns(column, more);
        return this;
    }

    @Override
    public ForeignKeySpec onDelete(Action action) {
        return onDelete(action, List.of());
    }

    @Override
    public ForeignKeySpec onDelete(Action action, String column, String... more) {
        return onDelete(action, naming.columns(column, more));
    }

    private ForeignKeySpec onDelete(Action action, List<String> some) {
        onDelete = ReferentialAction.valueOf(action.name());
        emptied = some;
        return this;
    }

    @Override
    public ForeignKeySpec onUpdate(Action action) {
        onUpdate = ReferentialAction.valueOf(action.name());
        return this;
    }

    @Override
    public ForeignKeySpec matchFull() {
        matchFull = true;
        return this;
    }

    @Override
    public ForeignKeySpec deferrable() {
        deferral = Optional.of(deferral.orElse(Deferral.IMMEDIATE));
        return this;
    }

    @Override
    public ForeignKeySpec initiallyDeferred() {
        deferral = Optional.of(Deferral.DEFERRED);
        return this;
    }

    @Override
    public ForeignKeySpec notValid() {
        enforcement = Optional.of(enforcement.orElse(Enforcement.NEW_ROWS));
        return this;
    }

    @Override
    public ForeignKeySpec notEnforced() {
        enforcement = Optional.of(Enforcement.NO_ROWS);
        return this;
    }
}
