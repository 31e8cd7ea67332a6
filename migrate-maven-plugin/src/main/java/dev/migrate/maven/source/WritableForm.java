package dev.migrate.maven.source;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.ReplaceView;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operations as a migration says them. One that was computed may hold what goes without saying there (a primary key is not
 * null), say in one what takes two calls, or change nothing; it becomes what does the same and is recorded from the words
 * of a migration.
 */
final class WritableForm {

    private final boolean placesColumns;

    /**
     * @param placesColumns whether a column that should stand in its place, if that is possible, gets it
     */
    WritableForm(boolean placesColumns) {
        this.placesColumns = placesColumns;
    }

    /** The same in as many operations as it takes, maybe none. */
    List<Operation> of(Operation operation) {
        if (operation instanceof TableOperation change) {
            return List.copyOf(ofTable(change));
        }
        if (operation instanceof CreateSchema create) {
            return commented(
                    new CreateSchema(create.definition().withComment(Optional.empty())),
                    SchemaObject.Kind.SCHEMA,
                    create.definition());
        }
        if (operation instanceof CreateEnum create) {
            return commented(
                    new CreateEnum(create.definition().withComment(Optional.empty())),
                    SchemaObject.Kind.ENUM,
                    create.definition());
        }
        if (operation instanceof CreateView create) {
            return commented(
                    new CreateView(create.definition()
                            .withQuery(query(create.definition().query()))
                            .withComment(Optional.empty())),
                    SchemaObject.Kind.VIEW,
                    create.definition());
        }
        if (operation instanceof ReplaceView replace) {
            return List.of(new ReplaceView(replace.view(), query(replace.query())));
        }
        if (operation instanceof AddEnumValue add) { // alone, the database's own affair
            return List.of(new AddEnumValue(add.type(), add.value(), add.place(), false));
        }
        if (operation instanceof OutsideTransaction outside) {
            return of(outside.operation()).stream()
                    .<Operation>map(OutsideTransaction::new)
                    .toList();
        }
        return operation instanceof IfNeeded maybe ? List.of(ifNeeded(maybe)) : List.of(operation);
    }

    private static List<Operation> commented(Operation create, SchemaObject.Kind kind, SchemaObject object) {
        List<Operation> operations = new ArrayList<>();
        operations.add(create);
        object.comment().ifPresent(text -> operations.add(new SetComment(kind, object.name(), new Change.Set<>(text))));
        return operations;
    }

    /** A semicolon at its end is no part of a query. */
    private static String query(String sql) {
        return sql.strip().replaceFirst("\\s*;$", "");
    }

    private IfNeeded ifNeeded(IfNeeded maybe) {
        List<Operation> written = of(maybe.operation());
        if (written.size() != 1) {
            throw Unwritable.operation(maybe, "it takes more than one call");
        }
        Operation only = written.get(0);
        boolean single = !maybe.ofTable()
                && only instanceof AlterTable alter
                && alter.equals(new AlterTable(alter.table(), alter.changes()))
                && alter.changes().size() == 1;
        return new IfNeeded(single ? ((AlterTable) only).changes().get(0) : only, maybe.ofTable());
    }

    /** A change of a table, maybe none. */
    List<TableOperation> ofTable(TableOperation change) {
        if (change instanceof CreateTable create) {
            return List.of(new CreateTable(table(create.definition())));
        }
        if (change instanceof AlterTable alter) {
            List<TableOperation> changes = alter.changes().stream()
                    .flatMap(one -> ofTable(one).stream())
                    .toList();
            return changes.isEmpty()
                    ? List.of()
                    : List.of(new AlterTable(alter.table(), changes, alter.algorithm(), alter.lock()));
        }
        if (change instanceof AddColumn add) {
            return List.of(new AddColumn(
                    add.table(), column(add.column()), add.position().flatMap(this::place)));
        }
        if (change instanceof AlterColumn alter) {
            AlterColumn written = column(alter);
            return written.changesOnly(AlterColumn.of(alter.table(), alter.column())) ? List.of() : List.of(written);
        }
        return change instanceof SetTableOptions options && options.changes().isEmpty() ? List.of() : List.of(change);
    }

    private static Table table(Table table) {
        List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        return table.withColumns(table.columns().stream()
                .map(WritableForm::column)
                .map(column -> key.contains(column.name()) ? column.withNullable(false) : column)
                .toList());
    }

    /** What the database numbers is not null; by which sequence is its own affair. */
    private static Column column(Column column) {
        return column.withNullable(column.nullable() && column.identity().isEmpty())
                .withNumbering(column.numbering().map(Numbering::withoutSequence));
    }

    /** One word takes a character set and its collation away, and one that is gone takes the other with it. */
    private AlterColumn column(AlterColumn op) {
        boolean isNumbered =
                op.identity() instanceof Change.Set && op.nullable().isEmpty();
        boolean dropsText = op.charset() instanceof Change.Drop || op.collation() instanceof Change.Drop;
        return new AlterColumn(
                op.table(),
                op.column(),
                op.type(),
                isNumbered ? Optional.of(false) : op.nullable(),
                op.defaultValue(),
                op.comment(),
                op.using(),
                op.identity(),
                op.generated(),
                dropsText && op.charset() instanceof Change.Keep ? new Change.Drop<>() : op.charset(),
                dropsText && op.collation() instanceof Change.Keep ? new Change.Drop<>() : op.collation(),
                op.onUpdate(),
                op.invisible(),
                op.position().flatMap(this::place));
    }

    private Optional<ColumnPosition> place(ColumnPosition position) {
        return position.ifPossible() && !placesColumns
                ? Optional.empty()
                : Optional.of(new ColumnPosition(position.after(), false));
    }
}
