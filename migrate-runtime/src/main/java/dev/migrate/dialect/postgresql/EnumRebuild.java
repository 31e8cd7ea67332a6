package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.EnumColumns;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnsInSql;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a type of a few words anew: the old one steps aside, every column is changed to the new one, the old one goes.
 * Defaults are dropped and set again; so are checks, and indexes with conditions or expressions, that name such a column,
 * since the server has written the old type into them.
 */
final class EnumRebuild {

    private static final String ASIDE = "migrate_old_";

    private final PostgreSqlDefinitions sql;
    private final SchemaModel before;
    private final SetEnumValues op;
    private final List<SqlStatement> statements = new ArrayList<>();

    EnumRebuild(PostgreSqlDefinitions sql, SchemaModel before, SetEnumValues op) {
        this.sql = sql;
        this.before = before;
        this.op = op;
    }

    List<SqlStatement> statements(String creating) {
        op.applyTo(before); // refuses where a default would be no value any more
        TableName aside = op.type()
                .sibling(PostgreSqlDialect.NAME_LIMIT.fit(ASIDE + op.type().name()));
        ddl("ALTER TYPE " + sql.name(op.type()) + " RENAME TO " + sql.name(aside.name()));
        ddl(creating);
        before.find(EnumType.class, op.type())
                .flatMap(EnumType::comment)
                .ifPresent(text -> ddl("COMMENT ON TYPE " + sql.name(op.type()) + " IS " + sql.literal(text)));
        Map<TableName, List<EnumColumns.Use>> byTable = new LinkedHashMap<>();
        EnumColumns.of(op.type(), before)
                .forEach(use -> byTable.computeIfAbsent(use.table(), table -> new ArrayList<>())
                        .add(use));
        byTable.forEach((table, uses) -> keysOf(before.table(table), uses)
                .forEach(key -> ddl("ALTER TABLE " + sql.name(table) + " DROP CONSTRAINT " + sql.name(key.name()))));
        byTable.forEach((table, uses) -> change(before.table(table), uses));
        byTable.forEach((table, uses) -> keysOf(before.table(table), uses)
                .forEach(key -> ddl("ALTER TABLE " + sql.name(table) + " ADD " + sql.definition(table, key))));
        ddl("DROP TYPE " + sql.name(aside));
        return statements;
    }

    /** Both ends of a key have one type at any moment. */
    private static List<ForeignKey> keysOf(Table table, List<EnumColumns.Use> uses) {
        return table.foreignKeys().stream()
                .filter(key -> uses.stream()
                        .anyMatch(use -> key.columns().contains(use.column().name())))
                .toList();
    }

    private void change(Table table, List<EnumColumns.Use> uses) {
        List<CheckConstraint> checks = table.checks().stream()
                .filter(check -> names(check.condition(), uses))
                .toList();
        List<Index> indexes =
                table.indexes().stream().filter(index -> names(index, uses)).toList();
        indexes.forEach(index -> ddl("DROP INDEX " + sql.name(table.name().sibling(index.name()))));
        List<String> clauses = new ArrayList<>();
        checks.forEach(check -> clauses.add("DROP CONSTRAINT " + sql.name(check.name())));
        uses.forEach(use -> clauses.addAll(changing(use)));
        checks.forEach(check -> clauses.add("ADD " + sql.definition(table.name(), check)));
        ddl("ALTER TABLE " + sql.name(table.name()) + " " + String.join(", ", clauses));
        indexes.forEach(index -> ddl("CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + sql.name(index.name())
                + " ON " + sql.name(table.name()) + " " + sql.indexTerms(table.name(), index)));
    }

    private List<String> changing(EnumColumns.Use use) {
        Column column = use.column();
        String name = sql.name(column.name());
        String type = sql.type(column.type());
        List<String> clauses = new ArrayList<>();
        column.defaultValue().ifPresent(value -> clauses.add("ALTER COLUMN " + name + " DROP DEFAULT"));
        clauses.add("ALTER COLUMN " + name + " SET DATA TYPE " + type + " USING " + name + "::text"
                + (use.array() ? "[]" : "") + "::" + type);
        column.defaultValue()
                .ifPresent(value ->
                        clauses.add("ALTER COLUMN " + name + " SET DEFAULT " + sql.defaultValue(value, column.type())));
        return clauses;
    }

    private static boolean names(Index index, List<EnumColumns.Use> uses) {
        return index.where().filter(condition -> names(condition, uses)).isPresent()
                || index.parts().stream().anyMatch(part -> part.expression() && names(part.term(), uses));
    }

    private static boolean names(String text, List<EnumColumns.Use> uses) {
        List<String> columns = uses.stream().map(use -> use.column().name()).toList();
        return !ColumnsInSql.of(text, columns).isEmpty();
    }

    private void ddl(String statement) {
        statements.add(SqlStatement.ddl(statement));
    }
}
