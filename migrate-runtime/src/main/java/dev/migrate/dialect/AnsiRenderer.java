package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** SQL as the standard has it. A dialect overrides what its database does differently, and nothing else. */
public abstract class AnsiRenderer implements Operation.Visitor<List<SqlStatement>> {

    /** The dialect this belongs to: names, values, and what to call the database in a message. */
    protected final Dialect dialect;

    /** The schema the operation starts from. */
    protected final SchemaModel before;

    private final AnsiTypes types;
    private final RowSql rows;

    /**
     * A renderer for one operation.
     *
     * @param dialect the dialect this belongs to
     * @param types how types are spelled
     * @param before the schema the operation starts from
     */
    protected AnsiRenderer(Dialect dialect, AnsiTypes types, SchemaModel before) {
        this.dialect = requireNonNull(dialect, "dialect");
        this.types = requireNonNull(types, "types");
        this.before = requireNonNull(before, "before");
        this.rows = new RowSql(dialect);
    }

    // Tables.

    @Override
    public List<SqlStatement> createTable(CreateTable op) {
        Table table = op.definition();
        List<SqlStatement> statements = new ArrayList<>(ddl(
                "CREATE TABLE " + name(table.name()) + " (\n  " + String.join(",\n  ", tableElements(table)) + "\n)"));
        table.indexes().forEach(index -> statements.addAll(createIndex(new CreateIndex(table.name(), index, false))));
        table.comment()
                .ifPresent(comment ->
                        statements.addAll(ddl("COMMENT ON TABLE " + name(table.name()) + " IS " + literal(comment))));
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
        table.columns().forEach(column -> elements.add(definition(column)));
        table.constraints().forEach(constraint -> elements.add(definition(table.name(), constraint)));
        return elements;
    }

    @Override
    public List<SqlStatement> dropTable(DropTable op) {
        return ddl("DROP TABLE " + name(op.table()));
    }

    @Override
    public List<SqlStatement> renameTable(RenameTable op) {
        return alter(op.table(), "RENAME TO " + name(op.newName()));
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

    // Columns.

    @Override
    public List<SqlStatement> addColumn(AddColumn op) {
        List<SqlStatement> statements = new ArrayList<>(alter(op.table(), "ADD COLUMN " + definition(op.column())));
        statements.addAll(columnComment(op.table(), op.column()));
        return statements;
    }

    private List<SqlStatement> columnComment(TableName table, Column column) {
        return column.comment()
                .map(comment -> commentOnColumn(table, column.name(), literal(comment)))
                .orElse(List.of());
    }

    private List<SqlStatement> commentOnColumn(TableName table, String column, String comment) {
        return ddl("COMMENT ON COLUMN " + name(table) + "." + name(column) + " IS " + comment);
    }

    /** What is about the column alone is dropped by name, since databases differ in what they drop with a column. */
    @Override
    public List<SqlStatement> dropColumn(DropColumn op) {
        List<SqlStatement> statements = new ArrayList<>();
        before.findTable(op.table()).ifPresent(table -> {
            Table after = op.applyTo(before).table(op.table());
            table.constraints().stream()
                    .filter(constraint -> !after.constraints().contains(constraint))
                    .forEach(gone -> statements.addAll(dropConstraint(new DropConstraint(op.table(), gone.name()))));
            table.indexes().stream()
                    .filter(index -> !after.indexes().contains(index))
                    .forEach(gone -> statements.addAll(dropIndex(new DropIndex(op.table(), gone.name(), false))));
        });
        statements.addAll(alter(op.table(), "DROP COLUMN " + name(op.column())));
        return statements;
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn op) {
        return alter(op.table(), "RENAME COLUMN " + name(op.column()) + " TO " + name(op.newName()));
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn op) {
        Column was = before.table(op.table()).column(op.column());
        Column is = op.changed(was);
        List<SqlStatement> statements = new ArrayList<>();
        boolean newDefault = !(op.defaultValue() instanceof Change.Keep);
        if (op.type().isPresent()) {
            if (newDefault && was.defaultValue().isPresent()) {
                // The old default may not be a value of the new type.
                statements.addAll(alterColumn(op, "DROP DEFAULT"));
            }
            statements.addAll(alterColumn(
                    op,
                    "SET DATA TYPE " + type(is.type())
                            + op.using().map(using -> " USING " + using).orElse("")));
        }
        op.nullable()
                .ifPresent(nullable -> statements.addAll(alterColumn(op, nullable ? "DROP NOT NULL" : "SET NOT NULL")));
        if (newDefault) {
            is.defaultValue()
                    .ifPresentOrElse(
                            value ->
                                    statements.addAll(alterColumn(op, "SET DEFAULT " + defaultValue(value, is.type()))),
                            () -> {
                                if (op.type().isEmpty() && was.defaultValue().isPresent()) {
                                    statements.addAll(alterColumn(op, "DROP DEFAULT"));
                                }
                            });
        }
        if (!(op.comment() instanceof Change.Keep)) {
            statements.addAll(commentOnColumn(
                    op.table(), op.column(), is.comment().map(this::literal).orElse("NULL")));
        }
        return statements;
    }

    private List<SqlStatement> alterColumn(AlterColumn op, String change) {
        return alter(op.table(), "ALTER COLUMN " + name(op.column()) + " " + change);
    }

    // Indexes.

    @Override
    public List<SqlStatement> createIndex(CreateIndex op) {
        return ddl("CREATE " + (op.index().unique() ? "UNIQUE " : "") + "INDEX "
                + name(op.index().name()) + " ON " + name(op.table()) + " " + indexTerms(op.table(), op.index()));
    }

    /**
     * What an index is sorted by and which rows it holds.
     *
     * @param table the table
     * @param index the index
     * @return its terms in parentheses, and its condition
     */
    protected final String indexTerms(TableName table, Index index) {
        String where = index.where()
                .map(condition -> " WHERE " + indexCondition(index.name() + " on " + table, condition))
                .orElse("");
        return index.parts().stream()
                        .map(part -> indexPart(index.name() + " on " + table, part))
                        .collect(Collectors.joining(", ", "(", ")"))
                + where;
    }

    private String indexPart(String index, Index.Part part) {
        String term = part.expression() ? indexExpression(index, part.term()) : name(part.term());
        String prefix = part.prefix().isPresent()
                ? indexPrefix(index, part.term(), part.prefix().getAsInt())
                : "";
        return term + prefix + (part.descending() ? " DESC" : "");
    }

    /**
     * An expression as a term of an index.
     *
     * @param index the index and its table, for a message
     * @param expression the expression
     * @return the expression as it stands in the index
     */
    protected String indexExpression(String index, String expression) {
        throw unsupported("indexes of expressions", "index " + index + " is on (" + expression + ")");
    }

    /**
     * The length of the beginning of a column that is indexed.
     *
     * @param index the index and its table, for a message
     * @param column the column
     * @param length how much of it is indexed
     * @return what follows the column's name
     */
    protected String indexPrefix(String index, String column, int length) {
        throw unsupported(
                "indexes of a column's beginning",
                "index " + index + " is on the first " + length + " characters of " + column);
    }

    /**
     * Which rows an index holds.
     *
     * @param index the index and its table, for a message
     * @param condition the condition
     * @return what follows {@code WHERE}
     */
    protected String indexCondition(String index, String condition) {
        throw unsupported("indexes of some rows only", "index " + index + " has the condition " + condition);
    }

    /** A unique constraint that goes by this name is meant as well: on MySQL the two are one thing. */
    @Override
    public List<SqlStatement> dropIndex(DropIndex op) {
        boolean constraint = before.findTable(op.table()).stream()
                .flatMap(table -> table.uniques().stream())
                .anyMatch(unique -> unique.name().equals(op.index()));
        return constraint
                ? alter(op.table(), "DROP CONSTRAINT " + name(op.index()))
                : ddl("DROP INDEX " + name(op.table().sibling(op.index())));
    }

    // Constraints.

    @Override
    public List<SqlStatement> addConstraint(AddConstraint op) {
        return alter(op.table(), "ADD " + definition(op.table(), op.constraint()));
    }

    /** A unique index that goes by this name is meant as well: on MySQL the two are one thing. */
    @Override
    public List<SqlStatement> dropConstraint(DropConstraint op) {
        boolean index = before.findTable(op.table()).stream()
                .flatMap(table -> table.indexes().stream())
                .anyMatch(i -> i.unique() && i.name().equals(op.constraint()));
        return index
                ? ddl("DROP INDEX " + name(op.table().sibling(op.constraint())))
                : alter(op.table(), "DROP CONSTRAINT " + name(op.constraint()));
    }

    /**
     * A constraint as it stands in {@code CREATE TABLE} and after {@code ADD}.
     *
     * @param table the table it belongs to
     * @param constraint the constraint
     * @return its name and what it says
     */
    protected String definition(TableName table, Constraint constraint) {
        String named = "CONSTRAINT " + name(constraint.name()) + " ";
        if (constraint instanceof PrimaryKey key) {
            return named + "PRIMARY KEY " + names(key.columns());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return named + "UNIQUE " + names(unique.columns());
        }
        return constraint instanceof ForeignKey key
                ? named + foreignKey(table, key)
                : named + "CHECK (" + ((CheckConstraint) constraint).condition() + ")";
    }

    private String foreignKey(TableName table, ForeignKey key) {
        // Without a schema the table beside it is meant, wherever the session looks first.
        TableName references = key.references().schema().isPresent()
                ? key.references()
                : table.sibling(key.references().name());
        return "FOREIGN KEY " + names(key.columns()) + " REFERENCES " + name(references) + " "
                + names(key.referencedColumns())
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate());
    }

    private static String action(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : event + action.sql();
    }

    // Column definitions.

    /**
     * A column as it stands in {@code CREATE TABLE} and after {@code ADD COLUMN}.
     *
     * @param column the column
     * @return its name, its type and what else is said about it, without its comment
     */
    protected String definition(Column column) {
        column.collation().ifPresent(collation -> {
            throw unsupported("a collation for each column", "column " + column.name() + " has " + collation);
        });
        column.onUpdate().ifPresent(expression -> {
            throw unsupported(
                    "columns that follow an update", "column " + column.name() + " has ON UPDATE " + expression);
        });
        if (column.invisible()) {
            throw unsupported("invisible columns", "column " + column.name() + " is one");
        }
        return name(column.name()) + " " + type(column.type()) + filling(column)
                + (column.nullable() ? "" : " NOT NULL");
    }

    /**
     * Where a column's values come from when a row names none.
     *
     * @param column the column
     * @return its default, its expression or its numbering, after a space; empty when it has none
     */
    protected final String filling(Column column) {
        return column.generated()
                .map(generated -> " " + generated(column.name(), generated))
                .or(() -> column.identity().map(identity -> " " + identity(column.name(), identity)))
                .or(() -> column.defaultValue().map(value -> " DEFAULT " + defaultValue(value, column.type())))
                .orElse("");
    }

    /**
     * How a column is computed.
     *
     * @param column the column's name, for a message
     * @param generated the expression
     * @return the clause
     */
    protected String generated(String column, Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.sql() + ")" + (generated.stored() ? " STORED" : " VIRTUAL");
    }

    /**
     * How a column is numbered.
     *
     * @param column the column's name, for a message
     * @param identity who numbers it
     * @return the clause
     */
    protected String identity(String column, Identity identity) {
        return "GENERATED " + (identity == Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY";
    }

    /**
     * A default as it stands after {@code DEFAULT}.
     *
     * @param value the default
     * @param type the column's type
     * @return the literal or expression
     */
    protected String defaultValue(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Text text) {
            return literal(text.value());
        }
        if (value instanceof DefaultValue.Numeric number) {
            return number.value().toPlainString();
        }
        if (value instanceof DefaultValue.Bool bool) {
            return bool.value() ? "TRUE" : "FALSE";
        }
        return value instanceof DefaultValue.Now ? now(type) : ((DefaultValue.Expression) value).sql();
    }

    /**
     * The present moment as a value of a type.
     *
     * @param type the column's type
     * @return the expression
     */
    protected String now(ColumnType type) {
        if (type instanceof ColumnType.Timestamp timestamp) {
            return "LOCALTIMESTAMP(" + timestamp.precision() + ")";
        }
        if (type instanceof ColumnType.TimestampTz timestamp) {
            return "CURRENT_TIMESTAMP(" + timestamp.precision() + ")";
        }
        if (type instanceof ColumnType.Time time) {
            return "LOCALTIME(" + time.precision() + ")";
        }
        return type instanceof ColumnType.Date ? "CURRENT_DATE" : "CURRENT_TIMESTAMP";
    }

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

    @Override
    public List<SqlStatement> executeSql(ExecuteSql op) {
        return List.of(new SqlStatement(op.sql(), rows.bound(op.arguments()), SqlStatement.Kind.RAW));
    }

    @Override
    public List<SqlStatement> runCode(RunCode op) {
        return List.of();
    }

    @Override
    public List<SqlStatement> verifyAnswer(VerifyAnswer op) {
        return List.of(new SqlStatement(op.query(), List.of(), SqlStatement.Kind.RAW));
    }

    // Words.

    /**
     * A table's name in SQL.
     *
     * @param table the table
     * @return the name, quoted where it must be
     */
    protected final String name(TableName table) {
        return dialect.sqlName(table);
    }

    /**
     * A name in SQL.
     *
     * @param identifier a column, index or constraint
     * @return the name, quoted where it must be
     */
    protected final String name(String identifier) {
        return dialect.sqlName(identifier);
    }

    /**
     * Names in SQL.
     *
     * @param columns columns, in order
     * @return the names in parentheses
     */
    protected final String names(List<String> columns) {
        return columns.stream().map(this::name).collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * A type in SQL.
     *
     * @param type the type
     * @return as this database spells it
     */
    protected final String type(ColumnType type) {
        return type.accept(types);
    }

    /**
     * Text in SQL.
     *
     * @param text any text
     * @return the literal that means it
     */
    protected String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * One change of a table.
     *
     * @param table the table
     * @param change what follows its name in {@code ALTER TABLE}
     * @return the statement
     */
    protected final List<SqlStatement> alter(TableName table, String change) {
        return ddl("ALTER TABLE " + name(table) + " " + change);
    }

    /**
     * One statement.
     *
     * @param sql the statement, which changes definitions
     * @return a list of it
     */
    protected static List<SqlStatement> ddl(String sql) {
        return List.of(SqlStatement.ddl(sql));
    }

    /**
     * What this database cannot do.
     *
     * @param feature what it does not have, in the plural
     * @param use where it was asked for
     * @return the exception to throw
     */
    protected final MigrateException unsupported(String feature, String use) {
        return unsupported(dialect, feature, use);
    }

    /**
     * What a database cannot do.
     *
     * @param dialect the database
     * @param feature what it does not have, in the plural
     * @param use where it was asked for
     * @return the exception to throw
     */
    public static MigrateException unsupported(Dialect dialect, String feature, String use) {
        return new MigrateException(Problem.of(
                        ProblemCode.UNSUPPORTED, dialect.describe() + " has no " + feature + ", but " + use)
                .next("leave it out, or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)"));
    }

    /**
     * The schema of a table that the operation needs to know.
     *
     * @param table the table
     * @return the table, if it is known
     */
    protected final Optional<Table> known(TableName table) {
        return before.findTable(table);
    }
}
