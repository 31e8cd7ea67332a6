package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.AnsiDefinitions;
import dev.migrate.dialect.NumberLimits;
import dev.migrate.dialect.SqlText;
import dev.migrate.introspect.CatalogQuery;
import dev.migrate.introspect.CatalogReader;
import dev.migrate.introspect.TableDraft;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads PostgreSQL's own catalogue: five queries, however many tables. */
final class PostgreSqlCatalogReader implements CatalogReader {

    @Override
    public List<Table> tables(Connection connection, Collection<TableName> wanted) throws SQLException {
        String schema =
                PostgreSqlDialect.one(connection, CatalogSql.CURRENT_SCHEMA).orElse("");
        CatalogQuery query = new CatalogQuery(
                connection,
                schema,
                wanted,
                table -> new CatalogQuery.Stored(table.schema().orElse(schema), table.name()));
        return new Reading(query).tables(CatalogSql.TABLES);
    }

    @Override
    public SchemaModel schema(Connection connection, Optional<String> schema) throws SQLException {
        String current =
                PostgreSqlDialect.one(connection, CatalogSql.CURRENT_SCHEMA).orElse("");
        Function<String, TableName> naming = name -> new TableName(schema, name);
        CatalogQuery query = new CatalogQuery(connection, current, schema.orElse(current), naming);
        SchemaModel tables = SchemaModel.of(new Reading(query).tables(CatalogSql.OWN_TABLES));
        List<Sequence> sequences = new ArrayList<>();
        query.beside(
                CatalogSql.SEQUENCES,
                CatalogSql.SCHEMA,
                row -> sequences.add(sequence(row, naming.apply(row.getString(1)), current)));
        List<EnumType> enumTypes = new ArrayList<>();
        query.beside(
                CatalogSql.ENUM_TYPES,
                CatalogSql.SCHEMA,
                row -> enumTypes.add(new EnumType(
                        naming.apply(row.getString(1)),
                        List.of(names(row, 2)),
                        Optional.ofNullable(row.getString(3)))));
        List<View> views = new ArrayList<>();
        query.beside(
                CatalogSql.VIEWS,
                CatalogSql.SCHEMA,
                row -> views.add(new View(
                        naming.apply(row.getString(1)),
                        row.getString(2).strip().replaceFirst(";$", ""),
                        row.getBoolean(3),
                        Optional.ofNullable(row.getString(4)))));
        return tables.withSequences(sequences).withEnumTypes(enumTypes).withViews(views);
    }

    private static Sequence sequence(ResultSet row, TableName name, String current) throws SQLException {
        Optional<String> ownersSchema =
                Optional.ofNullable(row.getString(10)).filter(schema -> !schema.equals(current));
        String ownersTable = row.getString(11);
        return new Sequence(
                name,
                Optional.of(PostgreSqlTypes.read(row.getString(8))),
                row.getLong(2),
                row.getLong(3),
                Optional.of(row.getLong(4)),
                Optional.of(row.getLong(5)),
                Optional.of(row.getLong(6)),
                row.getBoolean(7),
                ownersTable == null
                        ? Optional.empty()
                        : Optional.of(new Sequence.Owner(new TableName(ownersSchema, ownersTable), row.getString(12))),
                Optional.ofNullable(row.getString(9)));
    }

    @Override
    public SchemaModel enumType(Connection connection, TableName type) throws SQLException {
        String current =
                PostgreSqlDialect.one(connection, CatalogSql.CURRENT_SCHEMA).orElse("");
        String schema = type.schema().orElse(current);
        List<EnumType> types = new ArrayList<>();
        new CatalogQuery(connection, current, schema, name -> type.sibling(name))
                .beside(CatalogSql.ENUM_TYPES, CatalogSql.SCHEMA, row -> {
                    if (row.getString(1).equals(type.name())) {
                        types.add(new EnumType(type, List.of(names(row, 2)), Optional.ofNullable(row.getString(3))));
                    }
                });
        List<TableName> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CatalogSql.TABLES_OF_TYPE)) {
            statement.setString(1, schema);
            statement.setString(2, type.name());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(new TableName(
                            Optional.of(row.getString(1)).filter(name -> !name.equals(current)), row.getString(2)));
                }
            }
        }
        return SchemaModel.incomplete(tables(connection, tables), "it was not looked up")
                .withEnumTypes(types);
    }

    @Override
    public List<Namespace> namespaces(Connection connection) throws SQLException {
        List<Namespace> namespaces = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CatalogSql.SCHEMAS)) {
            while (row.next()) {
                namespaces.add(Namespace.of(row.getString(1)).withComment(Optional.ofNullable(row.getString(2))));
            }
        }
        return namespaces;
    }

    private static String[] names(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? new String[0] : (String[]) array.getArray();
    }

    /** One reading; what one query needs of an earlier one is kept here, by table. */
    private static final class Reading {

        private final CatalogQuery query;
        private final Map<TableDraft, Map<String, ColumnType.EnumOf>> enumerations = new HashMap<>();

        Reading(CatalogQuery query) {
            this.query = query;
        }

        List<Table> tables(String sql) throws SQLException {
            boolean any = query.tables(
                    sql,
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
            Optional<ColumnType.EnumOf> words = columns.length == 1 && name.endsWith(AnsiDefinitions.ENUM_CHECK)
                    ? PostgreSqlText.words(condition)
                    : Optional.empty();
            if (words.isPresent()) {
                enumerations.computeIfAbsent(table, key -> new HashMap<>()).put(columns[0], words.get());
            } else {
                table.check(new CheckConstraint(name, SqlText.withoutParentheses(condition)));
            }
        }

        private static Column column(ResultSet row, Map<String, ColumnType.EnumOf> enumerations) throws SQLException {
            String name = row.getString(3);
            ColumnType stored = row.getString(13) == null
                    ? PostgreSqlTypes.read(row.getString(4))
                    : new ColumnType.Named(
                            new TableName(Optional.of(row.getString(12)), row.getString(13)), row.getBoolean(14));
            ColumnType type = stored instanceof ColumnType.VarChar && enumerations.containsKey(name)
                    ? enumerations.get(name)
                    : stored;
            Optional<Identity> identity = identity(row.getString(6), row.getString(10) != null);
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
                            ? expression.map(
                                    sql -> new Generated(SqlText.withoutParentheses(sql), generated.equals("s")))
                            : Optional.empty(),
                    Optional.ofNullable(row.getString(9)),
                    Optional.ofNullable(row.getString(11)),
                    Optional.empty(),
                    false,
                    identity.isPresent() ? Optional.of(numbering(row, type)) : Optional.empty());
        }

        private static Numbering numbering(ResultSet row, ColumnType type) throws SQLException {
            return NumberLimits.of(type, PostgreSqlObjects.USUAL_CACHE)
                    .said(new Numbering(
                            Optional.ofNullable(row.getString(10)),
                            row.getLong(15),
                            row.getLong(16),
                            Optional.of(row.getLong(17)),
                            Optional.of(row.getLong(18)),
                            Optional.of(row.getLong(19)),
                            row.getBoolean(20)));
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
            String method = row.getString(5);
            Index index = new Index(
                    row.getString(3),
                    List.of(),
                    row.getBoolean(4),
                    Optional.ofNullable(row.getString(6)).map(SqlText::withoutParentheses),
                    List.of(names(row, 12)),
                    Optional.of(method).filter(name -> !name.equals("btree")),
                    false);
            Index.Part part = row.getBoolean(7)
                    ? Index.Part.expression(SqlText.withoutParentheses(row.getString(8)))
                    : Index.Part.column(row.getString(9));
            boolean descending = row.getBoolean(10);
            boolean nullsFirst = row.getBoolean(11);
            table.indexPart(
                    index,
                    part.withDescending(descending)
                            .withQualifier(Optional.ofNullable(row.getString(13)))
                            .withNulls(
                                    descending == nullsFirst
                                            ? Optional.empty()
                                            : Optional.of(nullsFirst ? Index.Nulls.FIRST : Index.Nulls.LAST)));
        }
    }
}
