package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.AnsiObjects;
import dev.migrate.dialect.AnsiRenderer;
import dev.migrate.dialect.NativeExistence;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectName.Kind;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** SQL as PostgreSQL has it: what can be changed in one {@code ALTER TABLE} is. */
final class PostgreSqlRenderer extends AnsiRenderer {

    /** Statements that the server refuses inside a transaction. */
    private static final Pattern OUTSIDE = Pattern.compile(
            "(?is)(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*+(?:(?:CREATE\\s+(?:UNIQUE\\s+)?|DROP\\s+)INDEX\\s+CONCURRENTLY\\b"
                    + "|REINDEX\\b.*\\bCONCURRENTLY\\b|ALTER\\s+TABLE\\b.*\\bDETACH\\s+PARTITION\\b.*\\bCONCURRENTLY\\b"
                    + "|VACUUM\\b|ALTER\\s+SYSTEM\\b|(?:CREATE|DROP)\\s+(?:DATABASE|TABLESPACE)\\b).*");

    private final PostgreSqlDialect dialect;
    private final PostgreSqlDefinitions postgreSql;
    private final EnumChecks enumChecks;

    PostgreSqlRenderer(PostgreSqlDialect dialect, PostgreSqlDefinitions sql, SchemaModel before) {
        super(dialect, sql, before);
        this.dialect = dialect;
        this.postgreSql = sql;
        this.enumChecks = new EnumChecks(sql);
    }

    @Override
    protected AnsiObjects objects() {
        return new PostgreSqlObjects(postgreSql, before);
    }

    /**
     * Of two keys of the same columns {@code CREATE TABLE} makes one, and forgets the other without a word; as it does
     * that a constraint is not valid.
     */
    @Override
    public List<SqlStatement> createTable(CreateTable op) {
        Table table = op.definition();
        List<Constraint> again = new ArrayList<>(repeated(table));
        table.constraints().stream().filter(PostgreSqlRenderer::isNotValid).forEach(again::add);
        Table first = table;
        for (Constraint key : again) {
            first = first.without(key);
        }
        List<SqlStatement> statements = new ArrayList<>();
        List<SerialColumn> serials = table.columns().stream()
                .map(column -> new SerialColumn(postgreSql, table.name(), column))
                .toList();
        serials.forEach(serial -> serial.before().forEach(statement -> statements.addAll(ddl(statement))));
        statements.addAll(super.createTable(new CreateTable(first)));
        serials.forEach(serial -> serial.after().forEach(statement -> statements.addAll(ddl(statement))));
        again.forEach(key -> statements.addAll(alter(table.name(), "ADD " + sql.definition(table.name(), key))));
        return statements;
    }

    private static List<Constraint> repeated(Table table) {
        Set<List<String>> seen = new HashSet<>();
        table.primaryKey().ifPresent(key -> seen.add(key.columns()));
        return table.uniques().stream()
                .filter(key -> !seen.add(key.columns()))
                .map(Constraint.class::cast)
                .toList();
    }

    private static boolean isNotValid(Constraint constraint) {
        Optional<Enforcement> enforcement = Optional.empty();
        if (constraint instanceof ForeignKey key) {
            enforcement = key.enforcement();
        } else if (constraint instanceof CheckConstraint check) {
            enforcement = check.enforcement();
        }
        return enforcement.equals(Optional.of(Enforcement.NEW_ROWS));
    }

    @Override
    protected String tableOptions(Table table) {
        Map<String, String> others = new TreeMap<>(table.options());
        String key = others.remove(PartitionedTable.OPTION);
        return (key == null ? "" : " PARTITION BY " + key)
                + new StorageParameters(postgreSql).definition(table.name(), others);
    }

    @Override
    protected String tableElement(Table table, Column column) {
        return new SerialColumn(postgreSql, table.name(), column).definition();
    }

    @Override
    protected List<String> tableElements(Table table) {
        List<String> elements = super.tableElements(table);
        table.columns()
                .forEach(column -> sql.enumCheck(table.name(), column)
                        .ifPresent(check -> elements.add(sql.definition(table.name(), check))));
        return elements;
    }

    @Override
    public List<SqlStatement> setTableOptions(SetTableOptions op) {
        return alterations(List.of(op));
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
    public List<SqlStatement> alterColumn(AlterColumn op) {
        return alterations(List.of(op));
    }

    @Override
    public List<SqlStatement> addConstraint(AddConstraint op) {
        return alterations(List.of(op));
    }

    /** As few statements as the changes allow. */
    private List<SqlStatement> alterations(List<? extends TableOperation> changes) {
        TableName table = changes.get(0).table();
        List<SqlStatement> statements = new ArrayList<>();
        Alteration pending = Alteration.NONE;
        SchemaModel state = before;
        for (TableOperation change : changes) {
            Optional<Alteration> next = new PostgreSqlAlterations(postgreSql, enumChecks, state).of(change);
            if (next.isEmpty() || !pending.canTake(next.get())) {
                statements.addAll(statements(table, pending));
                pending = Alteration.NONE;
            }
            if (next.isPresent()) {
                pending = pending.and(next.get());
            } else {
                statements.addAll(dialect.render(change, state));
            }
            state = change.applyTo(state);
        }
        statements.addAll(statements(table, pending));
        return statements;
    }

    private List<SqlStatement> statements(TableName table, Alteration alteration) {
        List<SqlStatement> statements = new ArrayList<>();
        alteration.before().forEach(statement -> statements.addAll(ddl(statement)));
        if (!alteration.clauses().isEmpty()) {
            statements.addAll(alter(table, String.join(", ", alteration.clauses())));
        }
        alteration.after().forEach(statement -> statements.addAll(ddl(statement)));
        return statements;
    }

    /** The check of an enumeration follows its column, so that its name is free for another. */
    @Override
    public List<SqlStatement> renameColumn(RenameColumn op) {
        List<SqlStatement> statements = new ArrayList<>(super.renameColumn(op));
        boolean enumeration = before.findTable(op.table())
                .flatMap(table -> table.findColumn(op.column()))
                .filter(column -> column.type() instanceof ColumnType.EnumOf)
                .isPresent();
        if (enumeration) {
            statements.addAll(ddl(enumChecks.renaming(op.table(), op.newName())));
        }
        return statements;
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex op) {
        if (!op.concurrently()) {
            return super.createIndex(op);
        }
        before.findTable(op.table())
                .ifPresent(table -> PartitionedTable.refuseConcurrently(
                        dialect,
                        table,
                        op.index().name(),
                        "build",
                        "build it on each partition first, which can be done concurrently: op.createIndex(\"<partition>\","
                                + " i -> i.….concurrently()); then create it on the table without concurrently(), which"
                                + " takes those over and builds none"));
        return List.of(outside(concurrently(super.createIndex(op))));
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex op) {
        List<SqlStatement> statements = super.dropIndex(op);
        if (!op.concurrently() || !statements.get(0).sql().startsWith("DROP INDEX ")) {
            return statements;
        }
        before.findTable(op.table())
                .ifPresent(table -> PartitionedTable.refuseConcurrently(
                        dialect, table, op.index(), "drop", "drop it with op.dropIndex, while nobody writes"));
        return List.of(outside(concurrently(statements)));
    }

    /** Takes a lock that lets others write. */
    @Override
    public List<SqlStatement> validateConstraint(ValidateConstraint op) {
        return alter(op.table(), "VALIDATE CONSTRAINT " + sql.name(op.constraint()));
    }

    private static String concurrently(List<SqlStatement> statements) {
        return statements.get(0).sql().replaceFirst(" INDEX ", " INDEX CONCURRENTLY ");
    }

    @Override
    public List<SqlStatement> executeSql(ExecuteSql op) {
        List<SqlStatement> statements = super.executeSql(op);
        return OUTSIDE.matcher(op.sql()).matches()
                ? List.of(new SqlStatement(op.sql(), statements.get(0).arguments(), SqlStatement.Kind.OUTSIDE))
                : statements;
    }

    static SqlStatement outside(String sql) {
        return new SqlStatement(sql, List.of(), SqlStatement.Kind.OUTSIDE);
    }

    @Override
    protected NativeExistence nativeExistence() {
        return super.nativeExistence()
                .in(Kind.TABLE, "ALTER TABLE")
                .in(Kind.COLUMN, "ALTER TABLE # ADD COLUMN", "ALTER TABLE # DROP COLUMN")
                .in(Kind.INDEX, "CREATE [UNIQUE ]INDEX[ CONCURRENTLY]", "DROP INDEX[ CONCURRENTLY]", "ALTER INDEX")
                .in(Kind.CONSTRAINT, "ALTER TABLE # DROP CONSTRAINT")
                .in(Kind.SEQUENCE, "CREATE SEQUENCE", "DROP SEQUENCE", "ALTER SEQUENCE")
                .in(Kind.SCHEMA, "CREATE SCHEMA", "DROP SCHEMA")
                .in(Kind.VIEW, "DROP VIEW")
                .in(Kind.ENUM, "DROP TYPE")
                .in(Kind.ENUM_VALUE, "ALTER TYPE # ADD VALUE");
    }
}
