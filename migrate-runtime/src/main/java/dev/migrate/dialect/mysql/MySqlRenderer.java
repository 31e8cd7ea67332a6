package dev.migrate.dialect.mysql;

import dev.migrate.dialect.AnsiRenderer;
import dev.migrate.dialect.Dialect;
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
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** SQL as MySQL and MariaDB have it: a table is changed in one {@code ALTER TABLE}, made of clauses. */
final class MySqlRenderer extends AnsiRenderer {

    private final MySqlFeatures features;
    private final MySqlSession session;

    MySqlRenderer(Dialect dialect, MySqlFeatures features, MySqlSession session, SchemaModel before) {
        super(dialect, new MySqlTypes(features.uuidType(), text -> literal(text, session.backslashEscapes())), before);
        this.features = features;
        this.session = session;
    }

    // Tables.

    @Override
    public List<SqlStatement> createTable(CreateTable op) {
        Table table = op.definition();
        List<SqlStatement> statements = new ArrayList<>(ddl("CREATE TABLE " + name(table.name()) + " (\n  "
                + String.join(",\n  ", tableElements(table)) + "\n)"
                + table.comment()
                        .map(comment -> " COMMENT = " + literal(comment))
                        .orElse("")));
        table.columns().stream()
                .filter(this::getsUnwantedDefault)
                .forEach(column -> statements.addAll(withoutDefault(table.name(), column.name())));
        return statements;
    }

    @Override
    protected List<String> tableElements(Table table) {
        List<String> elements = super.tableElements(table);
        table.indexes().forEach(index -> elements.add(index(table.name(), index)));
        return elements;
    }

    /** Without its schema the new name would be one of the session's database. */
    @Override
    public List<SqlStatement> renameTable(RenameTable op) {
        return alter(op.table(), "RENAME TO " + name(op.table().sibling(op.newName())));
    }

    @Override
    public List<SqlStatement> alterTable(AlterTable op) {
        return alterations(op.changes());
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn op) {
        return alterations(List.of(op));
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn op) {
        return alterations(List.of(op));
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn op) {
        return alterations(List.of(op));
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn op) {
        return alterations(List.of(op));
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex op) {
        return alterations(List.of(op));
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex op) {
        return alterations(List.of(op));
    }

    @Override
    public List<SqlStatement> addConstraint(AddConstraint op) {
        return alterations(List.of(op));
    }

    @Override
    public List<SqlStatement> dropConstraint(DropConstraint op) {
        return alterations(List.of(op));
    }

    /** As few statements as the changes allow. */
    private List<SqlStatement> alterations(List<TableOperation> changes) {
        TableName table = changes.get(0).table();
        List<SqlStatement> statements = new ArrayList<>();
        Alteration pending = Alteration.NONE;
        SchemaModel state = before;
        for (TableOperation change : changes) {
            Alteration next = change.accept(new MySqlAlterations(this, features, state));
            if (!pending.canTake(next)) {
                statements.addAll(statements(table, pending));
                pending = Alteration.NONE;
            }
            pending = pending.and(next);
            state = change.applyTo(state);
        }
        statements.addAll(statements(table, pending));
        return statements;
    }

    private List<SqlStatement> statements(TableName table, Alteration alteration) {
        List<SqlStatement> statements = new ArrayList<>();
        if (!alteration.clauses().isEmpty()) {
            statements.addAll(alter(table, String.join(", ", alteration.clauses())));
        }
        alteration.losesDefault().forEach(column -> statements.addAll(withoutDefault(table, column)));
        return statements;
    }

    private List<SqlStatement> withoutDefault(TableName table, String column) {
        return alter(table, "ALTER COLUMN " + name(column) + " DROP DEFAULT");
    }

    // Indexes and constraints.

    /** An index as it stands in {@code CREATE TABLE} and after {@code ADD}. */
    String index(TableName table, Index index) {
        return (index.unique() ? "UNIQUE INDEX " : "INDEX ") + name(index.name()) + " " + indexTerms(table, index);
    }

    @Override
    protected String indexExpression(String index, String expression) {
        return features.expressionIndexes() ? "(" + expression + ")" : super.indexExpression(index, expression);
    }

    @Override
    protected String indexPrefix(String index, String column, int length) {
        return "(" + length + ")";
    }

    @Override
    protected String definition(TableName table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY " + names(key.columns()); // whatever it is called, the server calls it PRIMARY
        }
        if (constraint instanceof CheckConstraint check && !features.checks()) {
            throw unsupported(
                    "checks (it reads and forgets them)",
                    "check " + check.name() + " of " + table + " says " + check.condition());
        }
        return super.definition(table, constraint);
    }

    // Columns.

    @Override
    protected String definition(Column column) {
        StringBuilder sql = new StringBuilder(name(column.name())).append(' ').append(type(column.type()));
        column.collation().ifPresent(collation -> sql.append(" COLLATE ").append(collation));
        if (column.generated().isPresent()) {
            sql.append(filling(column));
            appendNullability(sql, column);
        } else {
            sql.append(column.nullable() ? " NULL" : " NOT NULL");
            sql.append(getsUnwantedDefault(column) ? " DEFAULT " + now(column.type()) : filling(column));
        }
        column.onUpdate().ifPresent(expression -> sql.append(" ON UPDATE ").append(expression));
        if (column.invisible()) {
            if (!features.invisibleColumns()) {
                throw unsupported("invisible columns", "column " + column.name() + " is one");
            }
            sql.append(" INVISIBLE");
        }
        column.comment().ifPresent(comment -> sql.append(" COMMENT ").append(literal(comment)));
        return sql.toString();
    }

    /** MariaDB's grammar has no nullability for computed columns. */
    private void appendNullability(StringBuilder sql, Column column) {
        if (!features.mariaDb()) {
            sql.append(column.nullable() ? " NULL" : " NOT NULL");
        } else if (!column.nullable()) {
            throw unsupported("computed columns that are NOT NULL", "column " + column.name() + " is one");
        }
    }

    /**
     * Whether the server would invent a default, and {@code ON UPDATE} with it, if none was said: a default has to be
     * given and then taken away.
     */
    boolean getsUnwantedDefault(Column column) {
        return !session.explicitTimestamps()
                && column.type() instanceof ColumnType.TimestampTz
                && !column.nullable()
                && column.defaultValue().isEmpty();
    }

    @Override
    protected String generated(String column, Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.sql() + ")" + (generated.stored() ? " STORED" : " VIRTUAL");
    }

    @Override
    protected String identity(String column, Identity identity) {
        if (identity == Identity.ALWAYS) {
            throw unsupported("columns that only it numbers", "column " + column + " is one");
        }
        return "AUTO_INCREMENT";
    }

    @Override
    protected String defaultValue(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Bool bool) {
            return bool.value() ? "1" : "0";
        }
        if (value instanceof DefaultValue.Expression expression) {
            return expressionDefault(expression.sql());
        }
        boolean lob =
                type instanceof ColumnType.Text || type instanceof ColumnType.Blob || type instanceof ColumnType.Json;
        String literal = super.defaultValue(value, type);
        return lob && !features.literalLobDefaults() ? expressionDefault(literal) : literal;
    }

    private String expressionDefault(String sql) {
        if (!features.expressionDefaults()) {
            throw unsupported("defaults that are expressions", "one is (" + sql + ")");
        }
        return "(" + sql + ")";
    }

    @Override
    protected String now(ColumnType type) {
        if (type instanceof ColumnType.Timestamp timestamp) {
            return "CURRENT_TIMESTAMP" + MySqlTypes.fraction(timestamp.precision());
        }
        if (type instanceof ColumnType.TimestampTz timestamp) {
            return "CURRENT_TIMESTAMP" + MySqlTypes.fraction(timestamp.precision());
        }
        if (type instanceof ColumnType.Time time) {
            return expressionDefault("CURRENT_TIME" + MySqlTypes.fraction(time.precision()));
        }
        return expressionDefault(type instanceof ColumnType.Date ? "CURRENT_DATE" : "CURRENT_TIMESTAMP");
    }

    @Override
    protected String literal(String text) {
        return literal(text, session.backslashEscapes());
    }

    private static String literal(String text, boolean backslashEscapes) {
        return "'" + (backslashEscapes ? text.replace("\\", "\\\\") : text).replace("'", "''") + "'";
    }

    // For the clauses of ALTER TABLE, which are rendered next door.

    String sql(String name) {
        return name(name);
    }

    String sql(Column column) {
        return definition(column);
    }

    String sql(TableName table, Constraint constraint) {
        return definition(table, constraint);
    }

    String defaultSql(DefaultValue value, ColumnType type) {
        return defaultValue(value, type);
    }

    RuntimeException refusal(String feature, String use) {
        return unsupported(feature, use);
    }

    String sql(List<String> columns) {
        return names(columns);
    }
}
