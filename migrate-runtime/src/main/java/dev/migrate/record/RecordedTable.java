package dev.migrate.record;

import static java.util.Objects.requireNonNull;

import dev.migrate.CheckSpec;
import dev.migrate.ColumnSpec;
import dev.migrate.ExcludeSpec;
import dev.migrate.ForeignKeySpec;
import dev.migrate.IndexSpec;
import dev.migrate.PrimaryKeySpec;
import dev.migrate.TableOptionsSpec;
import dev.migrate.TableSpec;
import dev.migrate.UniqueSpec;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers what is said about one new table. */
final class RecordedTable extends ColumnStarter implements TableSpec {

    private final TableName name;
    private final Naming naming;
    private final List<RecordedColumn> columns = new ArrayList<>();
    private @Nullable PrimaryKey primaryKey;
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<RecordedIndex> indexes = new ArrayList<>();
    private Optional<String> comment = Optional.empty();
    private final RecordedTableOptions options = new RecordedTableOptions();
    private boolean ifNotExists;

    RecordedTable(TableName name, Naming naming) {
        super(name, naming);
        this.name = name;
        this.naming = naming;
    }

    Table table() {
        if (columns.isEmpty()) {
            throw Checked.bad("table " + name + " has no column", "add at least one: t.bigint(\"id\")");
        }
        Table table = Table.of(name, List.of());
        for (RecordedColumn recorded : columns) {
            Column column = recorded.column();
            boolean key = primaryKey != null && primaryKey.columns().contains(column.name());
            table = table.with(key ? column.withNullable(false) : column);
        }
        for (Constraint constraint : allConstraints()) {
            table = table.with(constraint);
        }
        for (RecordedIndex index : indexes) {
            table = table.with(index.index(name));
        }
        return table.withComment(comment).withOptions(options.stated(name));
    }

    private List<Constraint> allConstraints() {
        List<Constraint> all = new ArrayList<>();
        long keys = columns.stream().filter(RecordedColumn::isPrimaryKey).count() + (primaryKey == null ? 0 : 1);
        if (keys > 1) {
            throw Checked.bad(
                    "table " + name + " has more than one primary key",
                    "for a key of several columns write t.primaryKey(\"a\", \"b\") once");
        }
        if (primaryKey != null) {
            all.add(primaryKey);
        }
        columns.forEach(column -> all.addAll(column.constraints()));
        all.addAll(constraints);
        return all;
    }

    @Override
    ColumnSpec start(RecordedColumn column) {
        columns.add(column);
        return column;
    }

    @Override
    public void primaryKey(String column, String... more) {
        primaryKey(key -> key.columns(column, more));
    }

    @Override
    public void primaryKey(Consumer<PrimaryKeySpec> key) {
        if (primaryKey != null) {
            throw Checked.bad("table " + name + " has two primary keys", "say t.primaryKey(…) once");
        }
        RecordedPrimaryKey recorded = new RecordedPrimaryKey(naming);
        key.accept(recorded);
        primaryKey = recorded.key(name);
    }

    @Override
    public void unique(String column, String... more) {
        List<String> key = naming.columns(column, more);
        constraints.add(new UniqueConstraint(naming.unique(name, key), key));
    }

    @Override
    public void index(String column, String... more) {
        index(index -> index.on(column, more));
    }

    @Override
    public void index(Consumer<IndexSpec> index) {
        RecordedIndex recorded = new RecordedIndex(naming);
        index.accept(recorded);
        indexes.add(recorded);
    }

    @Override
    public void foreignKey(Consumer<ForeignKeySpec> key) {
        RecordedForeignKey recorded = new RecordedForeignKey(naming);
        key.accept(recorded);
        constraints.add(recorded.key(name));
    }

    @Override
    public void unique(Consumer<UniqueSpec> unique) {
        RecordedUnique recorded = new RecordedUnique(naming);
        unique.accept(recorded);
        constraints.add(recorded.constraint(name));
    }

    @Override
    public void check(String shortName, String condition) {
        check(shortName, condition, RecordedCheck.PLAIN);
    }

    @Override
    public void check(String shortName, String condition, Consumer<CheckSpec> check) {
        RecordedCheck recorded =
                new RecordedCheck(naming, naming.check(name, Checked.name("check", shortName)), condition);
        check.accept(recorded);
        constraints.add(recorded.constraint());
    }

    @Override
    public void exclude(Consumer<ExcludeSpec> constraint) {
        RecordedExclusion recorded = new RecordedExclusion(naming);
        constraint.accept(recorded);
        constraints.add(recorded.constraint(name));
    }

    @Override
    public void comment(String text) {
        comment = Optional.of(requireNonNull(text, "text"));
    }

    @Override
    public void options(Consumer<TableOptionsSpec> said) {
        said.accept(options);
    }

    @Override
    public void ifNotExists() {
        ifNotExists = true;
    }

    boolean isIfNotExists() {
        return ifNotExists;
    }
}
