package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.SqlText;
import dev.migrate.introspect.CatalogQuery;
import dev.migrate.introspect.CatalogReader;
import dev.migrate.introspect.TableDraft;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads PostgreSQL's own catalogue: five queries, however many tables. */
final class PostgreSqlCatalogReader implements CatalogReader {

    @Override
    public List<Table> tables(Connection connection, Collection<TableName> wanted) throws SQLException {
        String schema = PostgreSqlDialect.one(connection, CatalogSql.CURRENT_SCHEMA).orElse("");
        CatalogQuery query = new CatalogQuery(
                connection,
                schema,
                wanted,
                table -> new CatalogQuery.Stored(table.schema().orElse(schema), table.name()));
        return new Reading(query).tables();
    }

    /** One reading; what one query needs of an earlier one is kept here, by table. */
    private static final class Reading {

        private final CatalogQuery query;
        private final Map<TableDraft, Map<String, ColumnType.EnumOf>> enumerations = new HashMap<>();

        Reading(CatalogQuery query) {
            this.query = query;
        }

        List<Table> tables() throws SQLException {
            boolean any = query.tables(
                    CatalogSql.TABLES,
                    CatalogSql.SCHEMA,
                    CatalogSql.TABLE,
                    (row, table) -> table.comment(Optional.ofNullable(row.getString(3))));
            if (any) {
                query.details(CatalogSql.CONSTRAINTS, CatalogSql.SCHEMA, CatalogSql.TABLE, this::constraint);
                query.details(
                        CatalogSql.COLUMNS,
                        CatalogSql.SCHEMA,
                        CatalogSql.TABLE,
                        (row, table) -> table.column(column(row, enumerations.getOrDefault(table, Map.of()))));
                query.details(CatalogSql.INDEXES, CatalogSql.SCHEMA, CatalogSql.TABLE, Reading::indexPart);
            }
            return query.found();
        }

        private void constraint(ResultSet row, TableDraft table) throws SQLException {
            String name = row.getString(3);
            String[] columns = names(row, 5);
            switch (row.getString(4)) {
                case "p" -> List.of(columns).forEach(column -> table.primaryKeyColumn(name, column));
                case "u" -> List.of(columns).forEach(column -> table.uniqueColumn(name, column));
                case "f" -> foreignKey(row, table, name, columns);
                default -> check(row, table, name, columns);
            }
        }

        private static void foreignKey(ResultSet row, TableDraft table, String name, String[] columns)
                throws SQLException {
            TableName references = new TableName(Optional.of(row.getString(6)), row.getString(7));
            String[] referenced = names(row, 8);
            for (int at = 0; at < columns.length; at++) {
                table.foreignKeyColumn(
                        name,
                        columns[at],
                        references,
                        referenced[at],
                        action(row.getString(9)).name(),
                        action(row.getString(10)).name());
            }
        }

        private static ReferentialAction action(String letter) {
            return switch (letter) {
                case "r" -> ReferentialAction.RESTRICT;
                case "c" -> ReferentialAction.CASCADE;
                case "n" -> ReferentialAction.SET_NULL;
                case "d" -> ReferentialAction.SET_DEFAULT;
                default -> ReferentialAction.NO_ACTION;
            };
        }

        /** One that is part of a column's type is no check of its own. */
        private void check(ResultSet row, TableDraft table, String name, String[] columns) throws SQLException {
            String condition = row.getString(11);
            Optional<ColumnType.EnumOf> words = columns.length == 1 && name.endsWith(EnumChecks.SUFFIX)
                    ? PostgreSqlText.words(condition)
                    : Optional.empty();
            if (words.isPresent()) {
                enumerations.computeIfAbsent(table, key -> new HashMap<>()).put(columns[0], words.get());
            } else {
                table.check(new CheckConstraint(name, SqlText.withoutParentheses(condition)));
            }
        }

        private static String[] names(ResultSet row, int column) throws SQLException {
            return (String[]) row.getArray(column).getArray();
        }

        private static Column column(ResultSet row, Map<String, ColumnType.EnumOf> enumerations) throws SQLException {
            String name = row.getString(3);
            ColumnType stored = PostgreSqlTypes.read(row.getString(4));
            ColumnType type = stored instanceof ColumnType.VarChar && enumerations.containsKey(name)
                    ? enumerations.get(name)
                    : stored;
            Optional<Identity> identity = identity(row.getString(6), row.getBoolean(10));
            Optional<String> expression = Optional.ofNullable(row.getString(8));
            String generated = row.getString(7);
            boolean computed = !generated.isEmpty();
            return new Column(
                    name,
                    type,
                    row.getBoolean(5),
                    identity.isPresent() || computed
                            ? Optional.empty()
                            : expression.flatMap(PostgreSqlText::defaultValue),
                    identity,
                    computed
                            ? expression.map(sql -> new Generated(
                                    SqlText.withoutParentheses(sql), generated.equals("s")))
                            : Optional.empty(),
                    Optional.ofNullable(row.getString(9)),
                    Optional.ofNullable(row.getString(11)),
                    Optional.empty(),
                    false);
        }

        /** A {@code serial} column is numbered by a sequence of its own, whatever number a row may bring along. */
        private static Optional<Identity> identity(String letter, boolean serial) {
            return switch (letter) {
                case "a" -> Optional.of(Identity.ALWAYS);
                case "d" -> Optional.of(Identity.BY_DEFAULT);
                default -> serial ? Optional.of(Identity.BY_DEFAULT) : Optional.empty();
            };
        }

        private static void indexPart(ResultSet row, TableDraft table) throws SQLException {
            boolean expression = row.getBoolean(7);
            table.indexPart(
                    row.getString(3),
                    row.getBoolean(4),
                    new Index.Part(
                            expression ? SqlText.withoutParentheses(row.getString(8)) : row.getString(9),
                            expression,
                            row.getBoolean(10),
                            OptionalInt.empty()));
        }
    }
}
