package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.NumberLimits;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.SqlText;
import dev.migrate.introspect.CatalogQuery;
import dev.migrate.introspect.CatalogReader;
import dev.migrate.introspect.TableDraft;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.Numbering;
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

    private static final String PROGRAMS = """
            SELECT 'trigger' AS kind, t.tgname::text AS name FROM pg_catalog.pg_trigger t
                JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
                WHERE NOT t.tgisinternal AND c.relnamespace = current_schema::regnamespace
            UNION ALL SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END, p.proname
                FROM pg_catalog.pg_proc p WHERE p.pronamespace = current_schema::regnamespace AND NOT EXISTS (
                    SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_proc'::regclass
                        AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
            UNION ALL SELECT 'domain', y.typname FROM pg_catalog.pg_type y
                WHERE y.typtype = 'd' AND y.typnamespace = current_schema::regnamespace AND NOT EXISTS (
                    SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_type'::regclass
                        AND d.objid = y.oid AND d.deptype = 'e')
            UNION ALL SELECT 'policy', l.polname FROM pg_catalog.pg_policy l
                JOIN pg_catalog.pg_class c ON c.oid = l.polrelid WHERE c.relnamespace = current_schema::regnamespace
            UNION ALL SELECT CASE c.relkind WHEN 'c' THEN 'composite type' WHEN 'f' THEN 'foreign table'
                    ELSE 'partition' END, c.relname
                FROM pg_catalog.pg_class c WHERE c.relnamespace = current_schema::regnamespace
                    AND (c.relkind IN ('c', 'f') OR c.relkind IN ('r', 'p') AND c.relispartition) AND NOT EXISTS (
                    SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass
                        AND d.objid = c.oid AND d.deptype = 'e')
            UNION ALL SELECT 'inheritance of', c.relname FROM pg_catalog.pg_class c
                WHERE c.relnamespace = current_schema::regnamespace AND c.relkind = 'r' AND NOT c.relispartition
                    AND EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)
            UNION ALL SELECT 'row level security of', c.relname FROM pg_catalog.pg_class c
                WHERE c.relnamespace = current_schema::regnamespace AND c.relrowsecurity
            UNION ALL SELECT 'unlogged state of', c.relname FROM pg_catalog.pg_class c
                WHERE c.relnamespace = current_schema::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'u'
            UNION ALL SELECT 'rule', r.rulename FROM pg_catalog.pg_rewrite r
                JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
                WHERE r.rulename <> '_RETURN' AND c.relnamespace = current_schema::regnamespace
            UNION ALL SELECT 'collation', o.collname FROM pg_catalog.pg_collation o
                WHERE o.collnamespace = current_schema::regnamespace
            UNION ALL SELECT 'statistics', x.stxname FROM pg_catalog.pg_statistic_ext x
                WHERE x.stxnamespace = current_schema::regnamespace
            UNION ALL SELECT 'range type', y.typname FROM pg_catalog.pg_type y
                WHERE y.typtype = 'r' AND y.typnamespace = current_schema::regnamespace AND NOT EXISTS (
                    SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_type'::regclass
                        AND d.objid = y.oid AND d.deptype = 'e')
            ORDER BY kind, name""";

    private final ServerVersion version;

    PostgreSqlCatalogReader(ServerVersion version) {
        this.version = version;
    }

    @Override
    public List<Table> tables(Connection connection, Collection<TableName> wanted) throws SQLException {
        String schema =
                PostgreSqlDialect.one(connection, CatalogSql.CURRENT_SCHEMA).orElse("");
        CatalogQuery query = new CatalogQuery(
                connection,
                schema,
                wanted,
                table -> new CatalogQuery.Stored(table.schema().orElse(schema), table.name()));
        return new Reading(query, version).tables(CatalogSql.TABLES);
    }

    @Override
    public SchemaModel schema(Connection connection, Optional<String> schema) throws SQLException {
        String current =
                PostgreSqlDialect.one(connection, CatalogSql.CURRENT_SCHEMA).orElse("");
        Function<String, TableName> naming = name -> new TableName(schema, name);
        CatalogQuery query = new CatalogQuery(connection, current, schema.orElse(current), naming);
        SchemaModel tables = SchemaModel.of(new Reading(query, version).tables(CatalogSql.OWN_TABLES));
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
                        naming.apply(row.getString(1)), names(row, 2), Optional.ofNullable(row.getString(3)))));
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
                        types.add(new EnumType(type, names(row, 2), Optional.ofNullable(row.getString(3))));
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
    public List<String> programs(Connection connection) throws SQLException {
        return CatalogQuery.things(connection, PROGRAMS);
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

    /** A list of names; none where there is no list. */
    static List<String> names(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** One reading; what one query needs of an earlier one is kept here, by table. */
    private static final class Reading {

        private final CatalogQuery query;
        private final Map<TableDraft, Map<String, ColumnType.EnumOf>> enumerations = new HashMap<>();

        private final ServerVersion version;

        Reading(CatalogQuery query, ServerVersion version) {
            this.query = query;
            this.version = version;
        }

        List<Table> tables(String sql) throws SQLException {
            boolean any = query.tables(sql, CatalogSql.SCHEMA, CatalogSql.TABLE, (row, table) -> {
                table.comment(Optional.ofNullable(row.getString(3)));
                Optional.ofNullable(row.getString(4)).ifPresent(key -> table.option(PartitionedTable.OPTION, key));
                StorageParameters.read(names(row, 5)).forEach(table::option);
            });
            if (any) {
                query.details(CatalogSql.constraints(version), CatalogSql.SCHEMA, CatalogSql.TABLE, this::constraint);
                query.details(
                        CatalogSql.COLUMNS,
                        CatalogSql.SCHEMA,
                        CatalogSql.TABLE,
                        (row, table) -> table.column(column(row, enumerations.getOrDefault(table, Map.of()))));
                IndexRows indexes = new IndexRows();
                query.details(CatalogSql.indexes(version), CatalogSql.SCHEMA, CatalogSql.TABLE, indexes::take);
                indexes.finish();
            }
            return query.found();
        }

        /** A check that is part of a column's type is none of its own. */
        private void constraint(ResultSet row, TableDraft table) throws SQLException {
            Constraint constraint = ConstraintRows.constraint(row);
            Optional<ColumnType.EnumOf> words = ConstraintRows.words(row);
            if (words.isPresent()) {
                String column = names(row, 5).get(0);
                enumerations.computeIfAbsent(table, key -> new HashMap<>()).put(column, words.get());
            } else {
                table.constraint(constraint);
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
                    Optional.empty(),
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
    }
}
