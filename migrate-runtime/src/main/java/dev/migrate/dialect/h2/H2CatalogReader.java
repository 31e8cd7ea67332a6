package dev.migrate.dialect.h2;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.NumberLimits;
import dev.migrate.introspect.CatalogQuery;
import dev.migrate.introspect.CatalogReader;
import dev.migrate.introspect.TableDraft;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads H2's INFORMATION_SCHEMA. */
final class H2CatalogReader implements CatalogReader {

    private static final String PROGRAMS = """
            SELECT 'trigger', LOWER(trigger_name) FROM information_schema.triggers
                WHERE trigger_schema = SCHEMA()
            UNION ALL SELECT LOWER(routine_type), LOWER(routine_name) FROM information_schema.routines
                WHERE routine_schema = SCHEMA()
            UNION ALL SELECT 'domain', LOWER(domain_name) FROM information_schema.domains WHERE domain_schema = SCHEMA()
            ORDER BY 1, 2""";

    private static final String TABLES = "SELECT TABLE_SCHEMA, TABLE_NAME, REMARKS"
            + " FROM INFORMATION_SCHEMA.TABLES WHERE %s AND TABLE_TYPE = 'BASE TABLE'";

    private static final String ENUM_VALUES = "SELECT OBJECT_SCHEMA, OBJECT_NAME, ENUM_IDENTIFIER, VALUE_NAME"
            + " FROM INFORMATION_SCHEMA.ENUM_VALUES WHERE %s AND OBJECT_TYPE = 'TABLE' ORDER BY VALUE_ORDINAL";

    private static final int USUAL_CARDINALITY = 65536;

    private static final String COLUMNS = "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE,"
            + " DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION,"
            + " IDENTITY_GENERATION, GENERATION_EXPRESSION, IS_VISIBLE, COLUMN_ON_UPDATE, REMARKS, DTD_IDENTIFIER,"
            + " INTERVAL_TYPE, GEOMETRY_TYPE, MAXIMUM_CARDINALITY, IDENTITY_START, IDENTITY_INCREMENT, IDENTITY_MINIMUM,"
            + " IDENTITY_MAXIMUM, IDENTITY_CACHE, IDENTITY_CYCLE"
            + " FROM INFORMATION_SCHEMA.COLUMNS WHERE %s ORDER BY ORDINAL_POSITION";

    /** The elements of lists, in the same places as the columns that are lists of them. */
    private static final String ELEMENTS = "SELECT OBJECT_SCHEMA, OBJECT_NAME, COLLECTION_TYPE_IDENTIFIER, NULL, NULL,"
            + " DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION,"
            + " NULL, NULL, NULL, NULL, NULL, DTD_IDENTIFIER, INTERVAL_TYPE, GEOMETRY_TYPE,"
            + " MAXIMUM_CARDINALITY FROM INFORMATION_SCHEMA.ELEMENT_TYPES WHERE %s AND OBJECT_TYPE = 'TABLE'";

    private static final String INDEXES = "SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, @nulls"
            + " FROM INFORMATION_SCHEMA.INDEXES WHERE %s AND NOT IS_GENERATED";

    private static final String INDEX_COLUMNS = "SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, COLUMN_NAME,"
            + " ORDERING_SPECIFICATION, IS_UNIQUE"
            + " FROM INFORMATION_SCHEMA.INDEX_COLUMNS WHERE %s ORDER BY INDEX_NAME, ORDINAL_POSITION";

    private static final String VIEWS =
            "SELECT TABLE_NAME, VIEW_DEFINITION, REMARKS FROM INFORMATION_SCHEMA.VIEWS WHERE %s ORDER BY TABLE_NAME";

    /** Those behind identity columns are not in this view. */
    private static final String SEQUENCES =
            "SELECT SEQUENCE_NAME, START_VALUE, INCREMENT, MINIMUM_VALUE, MAXIMUM_VALUE,"
                    + " CACHE, CYCLE_OPTION, DATA_TYPE, REMARKS FROM INFORMATION_SCHEMA.SEQUENCES WHERE %s ORDER BY SEQUENCE_NAME";

    private static final String SCHEMAS = "SELECT SCHEMA_NAME, REMARKS FROM INFORMATION_SCHEMA.SCHEMATA"
            + " WHERE UPPER(SCHEMA_NAME) <> 'INFORMATION_SCHEMA' ORDER BY SCHEMA_NAME";

    private final Identifiers names;
    private final boolean saysWhatNullsAre;

    H2CatalogReader(Identifiers names, boolean saysWhatNullsAre) {
        this.names = names;
        this.saysWhatNullsAre = saysWhatNullsAre;
    }

    @Override
    public List<Table> tables(Connection connection, Collection<TableName> wanted) throws SQLException {
        String defaultSchema = H2Dialect.schemaOf(connection);
        CatalogQuery query = new CatalogQuery(
                connection,
                names.unfolded(defaultSchema),
                wanted,
                table -> new CatalogQuery.Stored(
                        table.schema().map(names::stored).orElse(defaultSchema), names.stored(table.name())));
        return tables(query);
    }

    private List<Table> tables(CatalogQuery query) throws SQLException {
        if (query.tables(TABLES, "TABLE_SCHEMA", "TABLE_NAME", (row, table) -> table.comment(text(row, 3)))) {
            readColumns(query);
            new H2Constraints(query, names, saysWhatNullsAre).read();
            readIndexes(query);
        }
        return query.found();
    }

    @Override
    public SchemaModel schema(Connection connection, Optional<String> schema) throws SQLException {
        String defaultSchema = H2Dialect.schemaOf(connection);
        Function<String, TableName> naming = stored -> new TableName(schema, names.unfolded(stored));
        CatalogQuery query = new CatalogQuery(
                connection,
                names.unfolded(defaultSchema),
                schema.map(names::stored).orElse(defaultSchema),
                naming);
        SchemaModel tables = SchemaModel.of(tables(query));
        List<View> views = new ArrayList<>();
        query.beside(
                VIEWS,
                "TABLE_SCHEMA",
                row -> views.add(View.of(naming.apply(row.getString(1)), H2Text.plain(row.getString(2)))
                        .withComment(text(row, 3))));
        List<Sequence> sequences = new ArrayList<>();
        query.beside(
                SEQUENCES,
                "SEQUENCE_SCHEMA",
                row -> sequences.add(new Sequence(
                        naming.apply(row.getString(1)),
                        sequenceType(row.getString(8)),
                        row.getLong(2),
                        row.getLong(3),
                        Optional.of(row.getLong(4)),
                        Optional.of(row.getLong(5)),
                        Optional.of(row.getLong(6)).filter(numbers -> numbers > 0),
                        row.getString(7).equals("YES"),
                        Optional.empty(),
                        text(row, 9))));
        return tables.withViews(views).withSequences(sequences);
    }

    private static Optional<ColumnType> sequenceType(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "TINYINT" -> Optional.of(new ColumnType.IntegerType(8));
            case "SMALLINT" -> Optional.of(new ColumnType.IntegerType(16));
            case "INTEGER" -> Optional.of(new ColumnType.IntegerType(32));
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> programs(Connection connection) throws SQLException {
        return CatalogQuery.things(connection, PROGRAMS);
    }

    @Override
    public List<Namespace> namespaces(Connection connection) throws SQLException {
        List<Namespace> namespaces = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SCHEMAS)) {
            while (row.next()) {
                namespaces.add(Namespace.of(names.unfolded(row.getString(1))).withComment(text(row, 2)));
            }
        }
        return namespaces;
    }

    private void readColumns(CatalogQuery query) throws SQLException {
        Map<TableDraft, Map<String, List<String>>> words = new HashMap<>();
        query.details(
                ENUM_VALUES,
                "OBJECT_SCHEMA",
                "OBJECT_NAME",
                (row, table) -> words.computeIfAbsent(table, key -> new HashMap<>())
                        .computeIfAbsent(row.getString(3), key -> new ArrayList<>())
                        .add(row.getString(4)));
        Map<TableDraft, Map<String, String>> lists = new HashMap<>();
        query.details(
                ELEMENTS,
                "OBJECT_SCHEMA",
                "OBJECT_NAME",
                (row, table) -> lists.computeIfAbsent(table, key -> new HashMap<>())
                        .put(row.getString(3), H2Types.list(type(row, Map.of(), Map.of()))));
        query.details(
                COLUMNS,
                "TABLE_SCHEMA",
                "TABLE_NAME",
                (row, table) -> table.column(
                        column(row, words.getOrDefault(table, Map.of()), lists.getOrDefault(table, Map.of()))));
    }

    private Column column(ResultSet row, Map<String, List<String>> words, Map<String, String> lists)
            throws SQLException {
        ColumnType type = type(row, words, lists);
        return new Column(
                names.unfolded(row.getString(3)),
                type,
                row.getString(5).equals("YES"),
                text(row, 4).map(H2Text::defaultValue),
                text(row, 11).map(generation -> generation.equals("ALWAYS") ? Identity.ALWAYS : Identity.BY_DEFAULT),
                text(row, 12).map(sql -> new Generated(H2Text.plain(sql), true)),
                text(row, 15),
                Optional.empty(),
                Optional.empty(),
                text(row, 14).map(H2Text::plain),
                !row.getBoolean(13),
                row.getString(20) == null ? Optional.empty() : Optional.of(numbering(row, type)));
    }

    private static Numbering numbering(ResultSet row, ColumnType type) throws SQLException {
        return NumberLimits.of(type, H2Objects.USUAL_CACHE)
                .said(new Numbering(
                        Optional.empty(),
                        row.getLong(20),
                        row.getLong(21),
                        Optional.of(row.getLong(22)),
                        Optional.of(row.getLong(23)),
                        Optional.of(row.getLong(24)),
                        row.getString(25).equals("YES")));
    }

    private static ColumnType type(ResultSet row, Map<String, List<String>> words, Map<String, String> lists)
            throws SQLException {
        String name = row.getString(6).toUpperCase(Locale.ROOT); // folded, where DATABASE_TO_LOWER is set
        long length = row.getLong(7);
        int precision = row.getInt(8);
        int fraction = row.getInt(10);
        boolean fits = length > 0 && length <= Integer.MAX_VALUE;
        return switch (name) {
            case "TINYINT" -> new ColumnType.IntegerType(8);
            case "SMALLINT" -> new ColumnType.IntegerType(16);
            case "INTEGER" -> new ColumnType.IntegerType(32);
            case "BIGINT" -> new ColumnType.IntegerType(64);
            case "BOOLEAN" -> new ColumnType.Bool();
            case "NUMERIC" -> new ColumnType.Decimal(precision, row.getInt(9));
            case "REAL" -> new ColumnType.Floating(32);
            case "DOUBLE PRECISION" -> new ColumnType.Floating(64);
            case "CHARACTER VARYING" -> new ColumnType.VarChar((int) length);
            case "CHARACTER" -> new ColumnType.Char((int) length);
            case "CHARACTER LARGE OBJECT" -> fits ? raw(name, length) : new ColumnType.Text();
            case "BINARY" -> new ColumnType.Binary((int) length);
            case "BINARY VARYING" -> new ColumnType.VarBinary((int) length);
            case "BINARY LARGE OBJECT" -> fits ? raw(name, length) : new ColumnType.Blob();
            case "DATE" -> new ColumnType.Date();
            case "TIME" -> fraction > 6 ? raw(name, fraction) : new ColumnType.Time(fraction);
            case "TIMESTAMP" -> fraction > 6 ? raw(name, fraction) : new ColumnType.Timestamp(fraction);
            case "TIMESTAMP WITH TIME ZONE" ->
                fraction > 6
                        ? new ColumnType.Raw("TIMESTAMP(" + fraction + ") WITH TIME ZONE")
                        : new ColumnType.TimestampTz(fraction);
            case "TIME WITH TIME ZONE" -> new ColumnType.Raw("TIME(" + fraction + ") WITH TIME ZONE");
            case "UUID" -> new ColumnType.Uuid();
            case "JSON" -> new ColumnType.Json();
            case "ENUM" -> new ColumnType.EnumOf(words.getOrDefault(row.getString(16), List.of()));
            case "INTERVAL" -> new ColumnType.Raw("INTERVAL " + row.getString(17));
            case "GEOMETRY" ->
                new ColumnType.Raw(
                        text(row, 18).map(kind -> name + "(" + kind + ")").orElse(name));
            case "ARRAY" ->
                new ColumnType.Raw(lists.getOrDefault(row.getString(16), name)
                        + (row.getInt(19) == USUAL_CARDINALITY ? "" : "[" + row.getInt(19) + "]"));
            case "DECFLOAT" -> raw(name, precision);
            case "VARCHAR_IGNORECASE" -> raw(name, length);
            default -> new ColumnType.Raw(name);
        };
    }

    private static ColumnType raw(String name, long length) {
        return new ColumnType.Raw(name + "(" + length + ")");
    }

    private void readIndexes(CatalogQuery query) throws SQLException {
        Map<TableDraft, Map<String, Boolean>> own = new HashMap<>();
        query.details(
                INDEXES.replace("@nulls", H2Constraints.nulls(saysWhatNullsAre)),
                "TABLE_SCHEMA",
                "TABLE_NAME",
                (row, table) -> own.computeIfAbsent(table, key -> new HashMap<>())
                        .put(row.getString(3), H2Constraints.areEqual(row.getString(4))));
        if (own.isEmpty()) {
            return;
        }
        query.details(INDEX_COLUMNS, "TABLE_SCHEMA", "TABLE_NAME", (row, table) -> {
            Boolean nullsNotDistinct = own.getOrDefault(table, Map.of()).get(row.getString(3));
            if (nullsNotDistinct != null) {
                Index index =
                        Index.of(names.unfolded(row.getString(3)), List.of(), row.getBoolean(6), Optional.empty());
                table.indexPart(
                        index.withNullsNotDistinct(nullsNotDistinct),
                        Index.Part.column(names.unfolded(row.getString(4)))
                                .withDescending(row.getString(5).equals("DESC")));
            }
        });
    }

    private static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
