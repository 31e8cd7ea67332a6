package dev.migrate.dialect.mysql;

import dev.migrate.dialect.AnsiObjects;
import dev.migrate.dialect.AnsiRenderer;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.NativeExistence;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ObjectName.Kind;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SQL as MySQL and MariaDB have it: a table is changed in one {@code ALTER TABLE}, made of clauses. */
final class MySqlRenderer extends AnsiRenderer {

    private final MySqlDefinitions mySql;
    private final MySqlFeatures features;
    private final MySqlFold fold;

    MySqlRenderer(Dialect dialect, MySqlDefinitions sql, MySqlFeatures features, MySqlFold fold, SchemaModel before) {
        super(dialect, sql, before);
        this.fold = fold;
        this.mySql = sql;
        this.features = features;
    }

    @Override
    protected AnsiObjects objects() {
        return new MySqlObjects(mySql, features, before);
    }

    @Override
    public List<SqlStatement> createTable(CreateTable op) {
        Table table = op.definition();
        String sql = "CREATE TABLE " + mySql.name(table.name()) + " (\n  " + String.join(",\n  ", tableElements(table))
                + "\n)" + tableOptions(table)
                + table.comment()
                        .map(comment -> " COMMENT = " + mySql.literal(comment))
                        .orElse("");
        return withoutDefaults(
                table.name(),
                sql,
                table.columns().stream()
                        .filter(mySql::getsUnwantedDefault)
                        .map(Column::name)
                        .toList());
    }

    @Override
    protected String tableOptions(Table table) {
        TableOptions.notHeld(table.options().keySet()).ifPresent(kind -> {
            throw sql.unsupported(
                    "way to make a " + kind.getKey() + " table of what is known of it",
                    "table " + table.name() + " was one",
                    "create it by op.execute(\"CREATE TABLE … " + kind.getValue() + "\")");
        });
        mySql.refuseUnknownOptions(table.name(), table.options().keySet());
        return TableOptions.sql(table.options());
    }

    @Override
    protected List<String> tableElements(Table table) {
        List<String> elements = new ArrayList<>();
        table.columns()
                .forEach(column -> elements.add(mySql.definition(column) + mySql.ownCheck(table, column.name())));
        OwnChecks.others(table).forEach(constraint -> elements.add(mySql.definition(table.name(), constraint)));
        table.indexes().forEach(index -> elements.add(mySql.index(table.name(), index)));
        return elements;
    }

    /** Without its schema the new name would be one of the session's database. */
    @Override
    public List<SqlStatement> renameTable(RenameTable op) {
        return alter(op.table(), "RENAME TO " + mySql.name(op.table().sibling(op.newName())));
    }

    @Override
    public List<SqlStatement> alterTable(AlterTable op) {
        return alterations(op.changes(), pins(op));
    }

    /** How the server may go about it; it refuses what it cannot do so. */
    private List<String> pins(AlterTable op) {
        List<String> pins = new ArrayList<>();
        op.algorithm().ifPresent(algorithm -> {
            if (algorithm == AlterTable.Algorithm.NOCOPY && !features.mariaDb()) {
                throw sql.unsupported("algorithm NOCOPY", "it is demanded for a change of table " + op.table());
            }
            pins.add("ALGORITHM = " + algorithm);
        });
        op.lock().ifPresent(lock -> pins.add("LOCK = " + lock));
        return pins;
    }

    @Override
    public List<SqlStatement> setTableComment(SetTableComment op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> setTableOptions(SetTableOptions op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> addConstraint(AddConstraint op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> dropConstraint(DropConstraint op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> renameIndex(RenameIndex op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint op) {
        return alterations(List.of(op), List.of());
    }

    @Override
    public List<SqlStatement> validateConstraint(ValidateConstraint op) {
        return alterations(List.of(op), List.of());
    }

    /** As few statements as the changes allow. */
    private List<SqlStatement> alterations(List<TableOperation> changes, List<String> pins) {
        TableName table = changes.get(0).table();
        List<SqlStatement> statements = new ArrayList<>();
        Alteration pending = Alteration.NONE;
        SchemaModel from = before;
        SchemaModel state = before;
        for (TableOperation change : changes) {
            Alteration next = change.accept(new MySqlAlterations(mySql, features, state));
            if (!pending.canTake(next)) {
                statements.addAll(statements(table, pending.and(supporting(table, from, state)), pins));
                pending = Alteration.NONE;
                from = state;
            }
            pending = pending.and(next);
            state = fold.after(change, state);
        }
        statements.addAll(statements(table, pending.and(supporting(table, from, state)), pins));
        return statements;
    }

    private Alteration supporting(TableName name, SchemaModel from, SchemaModel to) {
        Optional<Table> before = from.findTable(name);
        Optional<Table> after = to.findTable(name);
        return before.isEmpty() || after.isEmpty()
                ? Alteration.NONE
                : KeyIndexes.supporting(before.get(), after.get(), mySql, features);
    }

    private List<SqlStatement> statements(TableName table, Alteration alteration, List<String> pins) {
        if (alteration.clauses().isEmpty()) {
            return List.of();
        }
        String sql = "ALTER TABLE " + mySql.name(table) + " "
                + Stream.concat(alteration.clauses().stream(), pins.stream()).collect(Collectors.joining(", "));
        return withoutDefaults(table, sql, alteration.losesDefault());
    }

    /** A statement after which the columns have no default, although the server would give them one. */
    private List<SqlStatement> withoutDefaults(TableName table, String sql, List<String> columns) {
        if (columns.isEmpty()) {
            return ddl(sql);
        }
        if (features.mariaDb()) {
            return ddl("SET STATEMENT explicit_defaults_for_timestamp = 1 FOR " + sql);
        }
        List<SqlStatement> statements = new ArrayList<>(ddl(sql));
        columns.forEach(
                column -> statements.addAll(alter(table, "ALTER COLUMN " + mySql.name(column) + " DROP DEFAULT")));
        return statements;
    }

    @Override
    protected NativeExistence nativeExistence() {
        return features.mariaDb()
                ? ofMariaDb(super.nativeExistence())
                : super.nativeExistence()
                        .in(Kind.SCHEMA, "CREATE SCHEMA", "DROP SCHEMA")
                        .in(Kind.VIEW, "DROP VIEW");
    }

    private static NativeExistence ofMariaDb(NativeExistence standard) {
        return standard.in(Kind.TABLE, "ALTER TABLE")
                .in(Kind.COLUMN, "ALTER TABLE # ADD COLUMN", "ALTER TABLE # DROP COLUMN", "ALTER TABLE # RENAME COLUMN")
                .in(
                        Kind.INDEX,
                        "ALTER TABLE # ADD [UNIQUE ]INDEX",
                        "ALTER TABLE # DROP INDEX",
                        "ALTER TABLE # RENAME INDEX")
                .in(
                        Kind.CONSTRAINT,
                        "ALTER TABLE # DROP CONSTRAINT",
                        "ALTER TABLE # DROP FOREIGN KEY",
                        "ALTER TABLE # DROP INDEX")
                .in(Kind.SEQUENCE, "CREATE SEQUENCE", "DROP SEQUENCE", "ALTER SEQUENCE", "RENAME TABLE")
                .in(Kind.SCHEMA, "CREATE SCHEMA", "DROP SCHEMA")
                .in(Kind.VIEW, "CREATE VIEW", "DROP VIEW");
    }
}
