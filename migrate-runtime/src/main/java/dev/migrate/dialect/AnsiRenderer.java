package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Decide;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.RunScript;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** SQL as the standard has it. A dialect overrides what its database does differently, and nothing else. */
public abstract class AnsiRenderer implements Operation.Visitor<List<SqlStatement>> {

    /** How columns, constraints and indexes stand in SQL. */
    protected final AnsiDefinitions sql;

    /** The schema the operation starts from. */
    protected final SchemaModel before;

    private final Dialect dialect;
    private final RowSql rows;

    /**
     * A renderer for one operation.
     *
     * @param dialect the dialect this belongs to
     * @param sql how columns, constraints and indexes stand in its SQL
     * @param before the schema the operation starts from
     */
    protected AnsiRenderer(Dialect dialect, AnsiDefinitions sql, SchemaModel before) {
        this.dialect = requireNonNull(dialect, "dialect");
        this.sql = requireNonNull(sql, "sql");
        this.before = requireNonNull(before, "before");
        this.rows = new RowSql(dialect);
    }

    // Tables.

    @Override
    public List<SqlStatement> createTable(CreateTable op) {
        Table table = op.definition();
        List<SqlStatement> statements = new ArrayList<>(ddl("CREATE TABLE " + sql.name(table.name()) + " (\n  "
                + String.join(",\n  ", tableElements(table)) + "\n)" + tableOptions(table)));
        table.indexes().forEach(index -> statements.addAll(createIndex(new CreateIndex(table.name(), index, false))));
        table.comment()
                .ifPresent(comment ->
                        statements.addAll(setTableComment(new SetTableComment(table.name(), Optional.of(comment)))));
        table.columns().forEach(column -> statements.addAll(columnComment(table.name(), column)));
        return statements;
    }

    /**
     * What stands between the parentheses of {@code CREATE TABLE}.
     *
     * @param table the table
     * @return its columns, then its constraints
     */
    protected List<String> tableElements(Table table) {
        List<String> elements = new ArrayList<>();
        table.columns().forEach(column -> elements.add(tableElement(table, column)));
        table.constraints().forEach(constraint -> elements.add(sql.definition(table.name(), constraint)));
        return elements;
    }

    /**
     * A column as it stands between the parentheses of {@code CREATE TABLE}.
     *
     * @param table its table
     * @param column the column
     * @return its definition
     */
    protected String tableElement(Table table, Column column) {
        return sql.definition(column);
    }

    /**
     * What stands behind the parentheses of {@code CREATE TABLE}.
     *
     * @param table the table
     * @return its options, with a space at the beginning; empty when it has none
     */
    protected String tableOptions(Table table) {
        if (!table.options().isEmpty()) {
            throw sql.unsupported("options of tables", "table " + table.name() + " has " + table.options());
        }
        return "";
    }

    @Override
    public List<SqlStatement> dropTable(DropTable op) {
        return ddl("DROP TABLE " + sql.name(op.table()));
    }

    @Override
    public List<SqlStatement> renameTable(RenameTable op) {
        return alter(op.table(), "RENAME TO " + sql.name(op.newName()));
    }

    @Override
    public List<SqlStatement> alterTable(AlterTable op) {
        List<SqlStatement> statements = new ArrayList<>();
        SchemaModel state = before;
        for (TableOperation change : op.changes()) {
            statements.addAll(dialect.render(change, state));
            state = change.applyTo(state);
        }
        return statements;
    }

    @Override
    public List<SqlStatement> setTableComment(SetTableComment op) {
        return ddl("COMMENT ON TABLE " + sql.name(op.table()) + " IS "
                + op.comment().map(sql::literal).orElse("NULL"));
    }

    @Override
    public List<SqlStatement> setTableOptions(SetTableOptions op) {
        throw sql.unsupported(
                "options of tables",
                "table " + op.table() + " is to change "
                        + String.join(", ", op.changes().keySet()));
    }

    // Columns.

    @Override
    public List<SqlStatement> addColumn(AddColumn op) {
        List<SqlStatement> statements = new ArrayList<>(alter(
                op.table(),
                "ADD COLUMN " + sql.definition(op.column())
                        + op.position().map(position -> position(op, position)).orElse("")));
        statements.addAll(columnComment(op.table(), op.column()));
        return statements;
    }

    /**
     * Where a new column stands.
     *
     * @param op what adds it
     * @param position its place
     * @return what follows its definition, with a space at its beginning; empty where it may stand at the end
     */
    protected String position(AddColumn op, ColumnPosition position) {
        if (position.ifPossible()) {
            return "";
        }
        throw sql.unsupported(
                "places for new columns but the last",
                "column " + op.table() + "." + op.column().name() + " is to stand " + position);
    }

    private List<SqlStatement> columnComment(TableName table, Column column) {
        return column.comment()
                .map(comment -> commentOnColumn(table, column.name(), sql.literal(comment)))
                .orElse(List.of());
    }

    private List<SqlStatement> commentOnColumn(TableName table, String column, String comment) {
        return ddl("COMMENT ON COLUMN " + sql.name(table) + "." + sql.name(column) + " IS " + comment);
    }

    /**
     * What is about the column alone is dropped by name, since databases differ in what they drop with a column: foreign
     * keys first, which may lean on the rest.
     */
    @Override
    public List<SqlStatement> dropColumn(DropColumn op) {
        List<SqlStatement> statements = new ArrayList<>();
        SchemaModel state = before;
        for (TableOperation gone : goingWith(op)) {
            statements.addAll(dialect.render(gone, state));
            state = gone.applyTo(state);
        }
        statements.addAll(alter(op.table(), "DROP COLUMN " + sql.name(op.column())));
        return statements;
    }

    private List<TableOperation> goingWith(DropColumn op) {
        List<TableOperation> gone = new ArrayList<>();
        before.findTable(op.table()).ifPresent(table -> {
            Table after = op.applyTo(before).table(op.table());
            table.constraints().stream()
                    .filter(constraint -> !after.constraints().contains(constraint))
                    .sorted(Comparator.comparing(constraint -> !(constraint instanceof ForeignKey)))
                    .forEach(constraint -> gone.add(
                            new DropConstraint(op.table(), constraint.name(), Optional.of(constraint.kind()))));
            table.indexes().stream()
                    .filter(index -> !after.indexes().contains(index))
                    .forEach(index -> gone.add(new DropIndex(op.table(), index.name(), false)));
        });
        return gone;
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn op) {
        return alter(op.table(), "RENAME COLUMN " + sql.name(op.column()) + " TO " + sql.name(op.newName()));
    }

    /** As a statement each: what can be said in one differs. */
    @Override
    public List<SqlStatement> alterColumn(AlterColumn op) {
        Column was = before.table(op.table()).column(op.column());
        ColumnClauses clauses = columnClauses();
        List<SqlStatement> statements = new ArrayList<>();
        String column = "ALTER COLUMN " + sql.name(op.column()) + " ";
        clauses.of(op, was).forEach(clause -> statements.addAll(alter(op.table(), column + clause)));
        clauses.after(op, was).forEach(statement -> statements.addAll(ddl(statement)));
        if (!(op.comment() instanceof Change.Keep)) {
            statements.addAll(commentOnColumn(
                    op.table(),
                    op.column(),
                    op.changed(was).comment().map(sql::literal).orElse("NULL")));
        }
        return statements;
    }

    /**
     * How a column is changed in place.
     *
     * @return the clauses of this database
     */
    protected ColumnClauses columnClauses() {
        return new ColumnClauses(sql);
    }

    // Indexes.

    @Override
    public List<SqlStatement> createIndex(CreateIndex op) {
        return ddl("CREATE " + (op.index().unique() ? "UNIQUE " : "") + "INDEX "
                + sql.name(op.index().name()) + " ON " + sql.name(op.table()) + " "
                + sql.indexTerms(op.table(), op.index()));
    }

    /** A unique constraint that goes by this name is meant as well: on MySQL the two are one thing. */
    @Override
    public List<SqlStatement> dropIndex(DropIndex op) {
        boolean constraint = before.findTable(op.table()).stream()
                .flatMap(table -> table.uniques().stream())
                .anyMatch(unique -> unique.name().equals(op.index()));
        return constraint
                ? alter(op.table(), "DROP CONSTRAINT " + sql.name(op.index()))
                : ddl("DROP INDEX " + sql.name(op.table().sibling(op.index())));
    }

    /** A unique constraint that goes by this name is meant as well: on MySQL the two are one thing. */
    @Override
    public List<SqlStatement> renameIndex(RenameIndex op) {
        return before.findTable(op.table()).filter(op::isConstraint).isPresent()
                ? constraintRenamed(op.table(), op.index(), op.newName())
                : indexRenamed(op.table(), op.index(), op.newName());
    }

    private List<SqlStatement> indexRenamed(TableName table, String index, String newName) {
        return ddl("ALTER INDEX " + sql.name(table.sibling(index)) + " RENAME TO " + sql.name(newName));
    }

    // Constraints.

    @Override
    public List<SqlStatement> addConstraint(AddConstraint op) {
        return alter(op.table(), "ADD " + sql.definition(op.table(), op.constraint()));
    }

    /** A unique index that goes by this name is meant as well: on MySQL the two are one thing. */
    @Override
    public List<SqlStatement> dropConstraint(DropConstraint op) {
        Optional<Table> table = before.findTable(op.table());
        return table.filter(op::isUniqueIndex).isPresent()
                ? ddl("DROP INDEX " + sql.name(op.table().sibling(op.constraint())))
                : alter(op.table(), "DROP CONSTRAINT " + sql.name(presentName(op, table)));
    }

    /** A primary key is meant whatever it is called. */
    private static String presentName(DropConstraint op, Optional<Table> table) {
        return op.kind().isEmpty()
                ? op.constraint()
                : table.map(t -> t.constraint(op.constraint(), op.kind()).name())
                        .orElse(op.constraint());
    }

    /** A unique index that goes by this name is meant as well: on MySQL the two are one thing. */
    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint op) {
        return before.findTable(op.table()).filter(op::isUniqueIndex).isPresent()
                ? indexRenamed(op.table(), op.constraint(), op.newName())
                : constraintRenamed(op.table(), op.constraint(), op.newName());
    }

    private List<SqlStatement> constraintRenamed(TableName table, String constraint, String newName) {
        return alter(table, "RENAME CONSTRAINT " + sql.name(constraint) + " TO " + sql.name(newName));
    }

    /** There is nothing to do where every constraint was held against all rows when it was added. */
    @Override
    public List<SqlStatement> validateConstraint(ValidateConstraint op) {
        return List.of();
    }

    // What is not of one table.

    @Override
    public List<SqlStatement> objectOperation(ObjectOperation op) {
        return op.accept(objects());
    }

    /**
     * What renders changes that are not of one table.
     *
     * @return sequences, schemas, types and views as this database has them
     */
    protected abstract AnsiObjects objects();

    // Rows, SQL and code.

    @Override
    public List<SqlStatement> insertRows(InsertRows op) {
        return rows.insert(op);
    }

    @Override
    public List<SqlStatement> updateRows(UpdateRows op) {
        return List.of(rows.update(op));
    }

    @Override
    public List<SqlStatement> deleteRows(DeleteRows op) {
        return List.of(rows.delete(op));
    }

    /** All at once, for people and for where nobody walks through the rows: a run takes batches. */
    @Override
    public List<SqlStatement> backfill(Backfill op) {
        return List.of(rows.backfill(op));
    }

    @Override
    public List<SqlStatement> executeSql(ExecuteSql op) {
        return List.of(new SqlStatement(op.sql(), rows.bound(op.arguments()), SqlStatement.Kind.RAW));
    }

    @Override
    public List<SqlStatement> runScript(RunScript op) {
        return ScriptSql.all(op, dialect.scriptSyntax());
    }

    @Override
    public List<SqlStatement> runCode(RunCode op) {
        return List.of();
    }

    @Override
    public List<SqlStatement> verifyAnswer(VerifyAnswer op) {
        return List.of(
                new SqlStatement(op.query(), rows.bound(op.arguments()), SqlStatement.Kind.RAW).withLiterals(dialect));
    }

    // Flow.

    /** What is decided is known when its turn comes only. */
    @Override
    public List<SqlStatement> decide(Decide op) {
        return List.of();
    }

    @Override
    public List<SqlStatement> atomically(Atomically op) {
        return op.operations().stream()
                .flatMap(operation -> dialect.render(operation, before).stream())
                .toList();
    }

    @Override
    public List<SqlStatement> outsideTransaction(OutsideTransaction op) {
        return dialect.render(op.operation(), before).stream()
                .map(statement -> new SqlStatement(statement.sql(), statement.arguments(), SqlStatement.Kind.OUTSIDE))
                .toList();
    }

    /** Whoever runs it looks first; what the database can say in its own words stands there as well. */
    @Override
    public List<SqlStatement> ifNeeded(IfNeeded op) {
        List<SqlStatement> statements = dialect.render(op.operation(), before);
        if (op.operation() instanceof AlterTable && !op.ofTable()) {
            return statements; // of several clauses one might be left out
        }
        return statements.stream()
                .map(statement -> nativeExistence().said(op.wanted(), statement))
                .toList();
    }

    /**
     * Where the database's own SQL can say {@code IF EXISTS} and {@code IF NOT EXISTS}.
     *
     * @return the statements
     */
    protected NativeExistence nativeExistence() {
        return NativeExistence.nowhere().in(ObjectName.Kind.TABLE, "CREATE TABLE", "DROP TABLE");
    }

    /**
     * One change of a table.
     *
     * @param table the table
     * @param change what follows its name in {@code ALTER TABLE}
     * @return the statement
     */
    protected final List<SqlStatement> alter(TableName table, String change) {
        return ddl("ALTER TABLE " + sql.name(table) + " " + change);
    }

    /**
     * One statement.
     *
     * @param statement the statement, which changes definitions
     * @return a list of it
     */
    protected static List<SqlStatement> ddl(String statement) {
        return List.of(SqlStatement.ddl(statement));
    }
}
