package dev.migrate.dialect.sqlite;

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
import dev.migrate.operation.DropTable;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of a table in place; empty where SQLite has none, and the table must be built anew. */
final class SqliteAlterations implements TableOperation.Visitor<Optional<List<SqlStatement>>> {

    private final SqliteDefinitions sql;
    private final SchemaModel before;

    SqliteAlterations(SqliteDefinitions sql, SchemaModel before) {
        this.sql = sql;
        this.before = before;
    }

    private static Optional<List<SqlStatement>> done(String... statements) {
        return Optional.of(List.of(statements).stream().map(SqlStatement::ddl).toList());
    }

    /** A comment is nowhere to be changed. */
    @Override
    public Optional<List<SqlStatement>> setTableComment(SetTableComment op) {
        return done();
    }

    @Override
    public Optional<List<SqlStatement>> setTableOptions(SetTableOptions op) {
        return Optional.empty();
    }

    /** SQLite adds a column by writing it into the definition, so that all rows must have the same value of it. */
    @Override
    public Optional<List<SqlStatement>> addColumn(AddColumn op) {
        Column column = op.column();
        boolean strict =
                before.findTable(op.table()).filter(SqliteOptions::isStrict).isPresent();
        String definition = sql.column(op.table(), column, strict);
        boolean constant = column.defaultValue()
                .filter(value -> value instanceof DefaultValue.Now || value instanceof DefaultValue.Expression)
                .isEmpty();
        boolean filled = column.nullable() || column.defaultValue().isPresent();
        boolean computed =
                column.generated().filter(generated -> generated.stored()).isPresent();
        return constant && filled && !computed && op.demandedPosition().isEmpty()
                ? done("ALTER TABLE " + sql.name(op.table()) + " ADD COLUMN " + definition)
                : Optional.empty();
    }

    /** SQLite refuses where a constraint names the column. */
    @Override
    public Optional<List<SqlStatement>> dropColumn(DropColumn op) {
        Table table = before.table(op.table());
        Table after = op.applyTo(before).table(op.table());
        if (!after.constraints().equals(table.constraints())
                || table.column(op.column()).type() instanceof ColumnType.EnumOf) {
            return Optional.empty();
        }
        List<SqlStatement> statements = new ArrayList<>();
        table.indexes().stream()
                .filter(index -> !after.indexes().contains(index))
                .forEach(index -> statements.add(dropped(op.table(), index.name())));
        statements.add(
                SqlStatement.ddl("ALTER TABLE " + sql.name(op.table()) + " DROP COLUMN " + sql.name(op.column())));
        return Optional.of(statements);
    }

    private SqlStatement dropped(TableName table, String index) {
        return SqlStatement.ddl("DROP INDEX " + sql.name(table.sibling(index)));
    }

    /** A comment is nowhere to be changed. */
    @Override
    public Optional<List<SqlStatement>> alterColumn(AlterColumn op) {
        before.table(op.table()).column(op.column());
        boolean commentOnly =
                op.changesOnly(AlterColumn.of(op.table(), op.column()).comment(op.comment()));
        return commentOnly ? done() : Optional.empty();
    }

    @Override
    public Optional<List<SqlStatement>> createIndex(CreateIndex op) {
        return done(SqliteRenderer.createIndex(op, sql));
    }

    /** A unique constraint that goes by this name is meant as well: on MySQL the two are one thing. */
    @Override
    public Optional<List<SqlStatement>> dropIndex(DropIndex op) {
        boolean constraint = before.findTable(op.table()).stream()
                .flatMap(table -> table.uniques().stream())
                .anyMatch(unique -> unique.name().equals(op.index()));
        return constraint ? Optional.empty() : Optional.of(List.of(dropped(op.table(), op.index())));
    }

    @Override
    public Optional<List<SqlStatement>> addConstraint(AddConstraint op) {
        return Optional.empty();
    }

    /** A unique index that goes by this name is meant as well: on MySQL the two are one thing. */
    @Override
    public Optional<List<SqlStatement>> dropConstraint(DropConstraint op) {
        return op.isUniqueIndex(before.table(op.table()))
                ? Optional.of(List.of(dropped(op.table(), op.constraint())))
                : Optional.empty();
    }

    @Override
    public Optional<List<SqlStatement>> renameIndex(RenameIndex op) {
        Table table = before.table(op.table());
        return op.isConstraint(table)
                ? Optional.empty()
                : Optional.of(builtAnew(table, table.index(op.index()), op.newName()));
    }

    /** SQLite has no other name for an index that is there. */
    private List<SqlStatement> builtAnew(Table table, Index index, String newName) {
        CreateIndex create = new CreateIndex(table.name(), index.withName(newName), false);
        return List.of(dropped(table.name(), index.name()), SqlStatement.ddl(SqliteRenderer.createIndex(create, sql)));
    }

    @Override
    public Optional<List<SqlStatement>> renameConstraint(RenameConstraint op) {
        Table table = before.table(op.table());
        return op.isUniqueIndex(table)
                ? Optional.of(builtAnew(table, table.index(op.constraint()), op.newName()))
                : Optional.empty();
    }

    /** There is nothing to do: a constraint is there from the beginning of its table. */
    @Override
    public Optional<List<SqlStatement>> validateConstraint(ValidateConstraint op) {
        return done();
    }

    @Override
    public Optional<List<SqlStatement>> renameColumn(RenameColumn op) {
        return done("ALTER TABLE " + sql.name(op.table()) + " RENAME COLUMN " + sql.name(op.column()) + " TO "
                + sql.name(op.newName()));
    }

    // What is not a change within a table.

    @Override
    public Optional<List<SqlStatement>> createTable(CreateTable op) {
        throw notAChangeWithinATable(op);
    }

    @Override
    public Optional<List<SqlStatement>> dropTable(DropTable op) {
        throw notAChangeWithinATable(op);
    }

    @Override
    public Optional<List<SqlStatement>> renameTable(RenameTable op) {
        throw notAChangeWithinATable(op);
    }

    @Override
    public Optional<List<SqlStatement>> alterTable(AlterTable op) {
        throw notAChangeWithinATable(op);
    }

    private static IllegalArgumentException notAChangeWithinATable(TableOperation op) {
        return new IllegalArgumentException("\"" + op.describe() + "\" is no change within a table");
    }
}
