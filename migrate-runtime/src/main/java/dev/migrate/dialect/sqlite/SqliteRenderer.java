package dev.migrate.dialect.sqlite;

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
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.ObjectName.Kind;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SQL as SQLite has it. A table is changed in place where SQLite can; else all changes that belong together are made by
 * building it anew once. Comments have no place in it and are left out.
 */
final class SqliteRenderer extends AnsiRenderer {

    /** What SQLite refuses inside a transaction, or takes there without doing it. */
    private static final Pattern OUTSIDE = Pattern.compile("(?is)(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*+"
            + "(?:VACUUM\\b|DETACH\\b|PRAGMA\\s+(?:\\w+\\.)?(?:journal_mode|synchronous)\\b).*");

    private final SqliteDefinitions sqlite;

    SqliteRenderer(Dialect dialect, SqliteDefinitions sql, SchemaModel before) {
        super(dialect, sql, before);
        sqlite = sql;
    }

    @Override
    protected AnsiObjects objects() {
        return new SqliteObjects(sqlite, before);
    }

    @Override
    public List<SqlStatement> createTable(CreateTable op) {
        Table table = op.definition();
        List<SqlStatement> statements = new ArrayList<>(ddl("CREATE TABLE " + sqlite.name(table.name()) + " (\n  "
                + String.join(",\n  ", sqlite.elements(table)) + "\n)" + sqlite.options(table)));
        table.indexes().forEach(index -> statements.addAll(createIndex(new CreateIndex(table.name(), index, false))));
        SqliteOptions.triggers(table)
                .values()
                .forEach(text -> statements.add(SqlStatement.ddl(sqlite.trigger(table.name(), text))));
        return statements;
    }

    /** Names that differ in case only are the same to SQLite, so that it takes a third to come from one to the other. */
    @Override
    public List<SqlStatement> renameTable(RenameTable op) {
        if (!op.table().name().equalsIgnoreCase(op.newName())) {
            return super.renameTable(op);
        }
        String between = Rebuild.TEMPORARY + op.newName();
        List<SqlStatement> statements = new ArrayList<>(alter(op.table(), "RENAME TO " + sqlite.name(between)));
        statements.addAll(alter(op.table().sibling(between), "RENAME TO " + sqlite.name(op.newName())));
        return statements;
    }

    @Override
    public List<SqlStatement> alterTable(AlterTable op) {
        return alterations(op.table(), op.changes());
    }

    @Override
    public List<SqlStatement> setTableComment(SetTableComment op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> setTableOptions(SetTableOptions op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex op) {
        return ddl(createIndex(op, sqlite));
    }

    /** The schema stands before the index, and is the table's as well. */
    static String createIndex(CreateIndex op, SqliteDefinitions sql) {
        return "CREATE " + (op.index().unique() ? "UNIQUE " : "") + "INDEX "
                + sql.name(op.table().sibling(op.index().name())) + " ON "
                + sql.name(op.table().name()) + " " + sql.indexTerms(op.table(), op.index());
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> addConstraint(AddConstraint op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> dropConstraint(DropConstraint op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> renameIndex(RenameIndex op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> validateConstraint(ValidateConstraint op) {
        return alterations(op.table(), List.of(op));
    }

    @Override
    public List<SqlStatement> executeSql(ExecuteSql op) {
        List<SqlStatement> statements = super.executeSql(op);
        return OUTSIDE.matcher(op.sql()).matches() ? outside(statements) : statements;
    }

    /** Several statements make one change only in a transaction, and SQLite refuses none of its own in one. */
    @Override
    public List<SqlStatement> outsideTransaction(OutsideTransaction op) {
        List<SqlStatement> statements = op.operation().accept(this);
        return statements.size() == 1 ? outside(statements) : statements;
    }

    private static List<SqlStatement> outside(List<SqlStatement> statements) {
        return statements.stream()
                .map(statement -> new SqlStatement(statement.sql(), statement.arguments(), SqlStatement.Kind.OUTSIDE))
                .toList();
    }

    private List<SqlStatement> alterations(TableName table, List<TableOperation> changes) {
        TableChanges collected = new TableChanges(sqlite, table, before);
        changes.forEach(collected::make);
        return collected.statements();
    }

    @Override
    protected NativeExistence nativeExistence() {
        return super.nativeExistence()
                .in(Kind.INDEX, "CREATE [UNIQUE ]INDEX", "DROP INDEX")
                .in(Kind.VIEW, "CREATE VIEW", "DROP VIEW");
    }
}
