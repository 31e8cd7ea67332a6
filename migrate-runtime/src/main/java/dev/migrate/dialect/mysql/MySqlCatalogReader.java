package dev.migrate.dialect.mysql;

import static java.util.Objects.requireNonNull;

import dev.migrate.dialect.SqlText;
import dev.migrate.introspect.CatalogQuery;
import dev.migrate.introspect.CatalogReader;
import dev.migrate.introspect.TableDraft;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.Namespace;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the information_schema of MySQL and MariaDB: six queries, however many tables. */
final class MySqlCatalogReader implements CatalogReader {

    private static final String PROGRAMS = """
            SELECT 'trigger' AS kind, trigger_name AS name FROM information_schema.triggers
                WHERE trigger_schema = DATABASE()
            UNION ALL SELECT LOWER(routine_type), routine_name FROM information_schema.routines
                WHERE routine_schema = DATABASE()
            UNION ALL SELECT 'event', event_name FROM information_schema.events WHERE event_schema = DATABASE()
            ORDER BY kind, name""";

    private final CatalogSql sql;
    private final boolean foldsTableNames;

    MySqlCatalogReader(CatalogSql sql, boolean foldsTableNames) {
        this.sql = sql;
        this.foldsTableNames = foldsTableNames;
    }

    @Override
    public List<Table> tables(Connection connection, Collection<TableName> wanted) throws SQLException {
        try (CatalogSession session = CatalogSession.begin(connection)) {
            String database = session.database();
            CatalogQuery query = new CatalogQuery(
                    connection,
                    database,
                    wanted,
                    table -> new CatalogQuery.Stored(folded(table.schema().orElse(database)), folded(table.name())));
            return new Reading(connection, query, false).tables();
        }
    }

    @Override
    public SchemaModel schema(Connection connection, Optional<String> schema) throws SQLException {
        try (CatalogSession session = CatalogSession.begin(connection)) {
            CatalogQuery query = new CatalogQuery(
                    connection,
                    session.database(),
                    folded(schema.orElse(session.database())),
                    stored -> new TableName(schema, stored));
            SchemaModel tables = SchemaModel.of(new Reading(connection, query, true).tables());
            List<View> views = new ArrayList<>();
            query.beside(
                    CatalogSql.VIEWS,
                    "TABLE_SCHEMA",
                    row -> views.add(View.of(new TableName(schema, row.getString(1)), expression(row.getString(2)))));
            return tables.withViews(views).withSequences(sequences(connection, query, schema));
        }
    }

    @Override
    public List<String> programs(Connection connection) throws SQLException {
        return CatalogQuery.things(connection, PROGRAMS);
    }

    @Override
    public List<Namespace> namespaces(Connection connection) throws SQLException {
        List<Namespace> namespaces = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.schemas())) {
            while (row.next()) {
                namespaces.add(Namespace.of(row.getString(1)).withComment(Optional.ofNullable(row.getString(2))));
            }
        }
        return namespaces;
    }

    /** Each has its attributes in its only row; one query asks them all. */
    private List<Sequence> sequences(Connection connection, CatalogQuery query, Optional<String> schema)
            throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        if (sql.dialect() == CatalogSql.Text.MYSQL) {
            return sequences;
        }
        List<String> selects = new ArrayList<>();
        List<TableName> names = new ArrayList<>();
        List<Optional<String>> comments = new ArrayList<>();
        query.beside(CatalogSql.SEQUENCES, "TABLE_SCHEMA", row -> {
            names.add(new TableName(schema, row.getString(1)));
            comments.add(Optional.of(row.getString(2)));
            String place = schema.map(name -> MySqlDialect.quoted(name) + ".").orElse("");
            selects.add("SELECT " + selects.size() + " AS at, start_value, increment, minimum_value, maximum_value,"
                    + " cache_size, cycle_option FROM " + place + MySqlDialect.quoted(row.getString(1)));
        });
        if (!selects.isEmpty()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(String.join(" UNION ALL ", selects))) {
                while (row.next()) {
                    sequences.add(new Sequence(
                            names.get(row.getInt(1)),
                            Optional.empty(),
                            row.getLong(2),
                            row.getLong(3),
                            Optional.of(row.getLong(4)),
                            Optional.of(row.getLong(5)),
                            Optional.of(Math.max(1, row.getLong(6))), // NOCACHE is 0, and takes one at a time
                            row.getInt(7) == 1,
                            Optional.empty(),
                            comments.get(row.getInt(1))));
                }
            }
        }
        return sequences;
    }

    private String expression(String reported) {
        return sql.dialect() == CatalogSql.Text.MYSQL ? MySqlText.unescaped(reported) : reported;
    }

    private static boolean isPlace(Column column) {
        return column.type() instanceof ColumnType.Raw type
                && type.sql().matches("(multi)?(point|linestring|polygon)|geometry(collection)?");
    }

    private String folded(String name) {
        return foldsTableNames ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** One reading; what one query needs of an earlier one is kept here, by table. */
    private final class Reading {

        private final CatalogQuery query;
        private final Connection connection;
        private final boolean whole;
        private final Map<TableDraft, String> collations = new HashMap<>();
        private final Set<TableDraft> hashing = new HashSet<>();
        private final Map<TableDraft, List<Column>> columns = new LinkedHashMap<>();
        private final Map<TableDraft, Mangled> mangled = new LinkedHashMap<>();
        private final Map<TableDraft, Map<String, CheckConstraint>> checksOfJson = new LinkedHashMap<>();
        private final Map<TableDraft, List<CheckConstraint>> ownChecks = new LinkedHashMap<>();
        private final Map<TableDraft, Map<String, Rules>> rules = new HashMap<>();
        private final Map<TableDraft, Map<String, List<String>>> keyColumns = new HashMap<>();

        /**
         * @param whole whether a whole schema is read, by an account that perhaps may only look
         */
        Reading(Connection connection, CatalogQuery query, boolean whole) {
            this.connection = connection;
            this.query = query;
            this.whole = whole;
        }

        List<Table> tables() throws SQLException {
            boolean any = query.tables(CatalogSql.TABLES, "TABLE_SCHEMA", "TABLE_NAME", (row, table) -> {
                table.comment(Optional.ofNullable(row.getString(3)));
                collations.put(table, Optional.ofNullable(row.getString(4)).orElse(""));
                options(row).forEach(table::option);
                if (TableOptions.hashes(options(row))) {
                    hashing.add(table);
                }
            });
            if (any) {
                readColumns();
                readKeys();
            }
            return query.found();
        }

        private void readColumns() throws SQLException {
            if (!sql.checks().isEmpty()) {
                query.details(sql.checks(), sql.checkSchema(), sql.checkTable(), this::check);
            }
            query.details(sql.columns(), "TABLE_SCHEMA", "TABLE_NAME", (row, table) -> {
                Column column = column(row, table);
                columns.computeIfAbsent(table, key -> new ArrayList<>()).add(column);
                // An expression is not asked for: MySQL has no DEFAULT(column) of one.
                if (!ColumnExtra.of(row.getString(8)).expressionDefault() && MangledText.mayBe(column)) {
                    String name = MySqlDialect.quoted(row.getString(1)) + "." + MySqlDialect.quoted(row.getString(2));
                    mangled.computeIfAbsent(table, key -> new Mangled(name, new HashSet<>()))
                            .columns
                            .add(column.name());
                }
            });
            if (sql.dialect() == CatalogSql.Text.MARIADB
                    && columns.values().stream().flatMap(List::stream).anyMatch(MySqlCatalogReader::isPlace)) {
                query.details(CatalogSql.PLACES, "G_TABLE_SCHEMA", "G_TABLE_NAME", this::referenceSystem);
            }
            for (Map.Entry<TableDraft, Mangled> table : mangled.entrySet()) {
                List<Column> reported = requireNonNull(columns.get(table.getKey()));
                Mangled doubtful = table.getValue();
                columns.put(table.getKey(), MangledText.mended(connection, doubtful.table, reported, doubtful.columns));
            }
            columns.forEach((table, all) -> all.forEach(table::column));
            takeOwnChecks();
        }

        private void referenceSystem(ResultSet row, TableDraft table) throws SQLException {
            String place = row.getString(3);
            String system = " ref_system_id=" + row.getInt(4);
            requireNonNull(columns.get(table))
                    .replaceAll(column -> column.name().equals(place) && column.type() instanceof ColumnType.Raw type
                            ? column.withType(new ColumnType.Raw(type.sql() + system))
                            : column);
        }

        private static Map<String, String> options(ResultSet row) throws SQLException {
            Map<String, String> options =
                    TableOptions.said(Optional.ofNullable(row.getString(6)).orElse(""));
            differing(row.getString(4), row.getString(7))
                    .ifPresent(collation -> options.put(SetTableOptions.COLLATION, collation));
            differing(row.getString(5), row.getString(8)).ifPresent(engine -> options.put(TableOptions.ENGINE, engine));
            if (row.getString(9).equals("SYSTEM VERSIONED")) {
                options.put(TableOptions.VERSIONED, "true");
            }
            return options;
        }

        private static Optional<String> differing(@Nullable String value, String usual) {
            return Optional.ofNullable(value)
                    .filter(given -> !given.equalsIgnoreCase(usual))
                    .map(given -> given.toLowerCase(Locale.ROOT));
        }

        private void readKeys() throws SQLException {
            query.details(
                    CatalogSql.RULES,
                    "CONSTRAINT_SCHEMA",
                    "TABLE_NAME",
                    (row, table) -> rules.computeIfAbsent(table, key -> new HashMap<>())
                            .put(row.getString(3), new Rules(row.getString(4), row.getString(5))));
            if (whole || !rules.isEmpty()) {
                query.details(CatalogSql.KEYS, "TABLE_SCHEMA", "TABLE_NAME", this::foreignKey);
            }
            query.details(sql.indexes(), "TABLE_SCHEMA", "TABLE_NAME", this::indexPart);
            for (Map.Entry<TableDraft, String> table : searched.entrySet()) {
                requireNonNull(indexes.get(table.getKey()))
                        .putAll(TextParsers.of(
                                connection, table.getValue(), requireNonNull(indexes.get(table.getKey()))));
            }
            indexes.forEach(this::takeIndexes);
        }

        /** A check that may be all that tells MariaDB's JSON from a LONGTEXT waits until its column is known. */
        private void check(ResultSet row, TableDraft table) throws SQLException {
            String name = row.getString(3);
            String condition = row.getString(4);
            CheckConstraint check = new CheckConstraint(
                    name,
                    SqlText.withoutParentheses(expression(condition)),
                    false,
                    row.getString(5).equals("YES") ? Optional.empty() : Optional.of(Enforcement.NO_ROWS));
            if (sql.dialect() == CatalogSql.Text.MYSQL || !row.getString(6).equals("Column")) {
                table.constraint(check);
            } else {
                Optional<String> json = OwnChecks.columnOfJson(condition);
                json.ifPresentOrElse(
                        column -> checksOfJson
                                .computeIfAbsent(table, key -> new LinkedHashMap<>())
                                .put(column, check.withName(column)),
                        () -> ownChecks
                                .computeIfAbsent(table, key -> new ArrayList<>())
                                .add(check));
            }
        }

        private void takeOwnChecks() {
            checksOfJson.forEach((table, others) ->
                    ownChecks.computeIfAbsent(table, key -> new ArrayList<>()).addAll(others.values()));
            ownChecks.forEach((table, reported) -> {
                List<Column> all = columns.getOrDefault(table, List.of());
                for (CheckConstraint check :
                        OwnChecks.named(reported, all.stream().map(Column::name).toList())) {
                    table.constraint(check);
                    table.option(OwnChecks.option(check.name()), "true");
                }
            });
        }

        /** Just this is what the server makes of the word; any other column with such a check is what it says it is. */
        private boolean isJson(ResultSet row, TableDraft table) throws SQLException {
            return row.getString(6).equals("longtext")
                    && "utf8mb4_bin".equals(row.getString(7))
                    && checksOfJson.getOrDefault(table, new HashMap<>()).remove(row.getString(3)) != null;
        }

        private Column column(ResultSet row, TableDraft table) throws SQLException {
            String name = row.getString(3);
            ColumnExtra extra = ColumnExtra.of(row.getString(8));
            boolean json = isJson(row, table);
            ColumnType type = json ? new ColumnType.Json() : type(row, extra);
            Optional<String> computed = Optional.ofNullable(row.getString(10)).filter(text -> !text.isEmpty());
            return new Column(
                    name,
                    type,
                    row.getString(5).equals("YES"),
                    defaultValue(row.getString(4), extra, type),
                    extra.identity(),
                    computed.map(text -> new Generated(SqlText.withoutParentheses(expression(text)), extra.stored())),
                    Optional.of(row.getString(9)),
                    Optional.empty(),
                    Optional.ofNullable(row.getString(7))
                            .filter(collation -> !json && !collation.equals(collations.get(table))),
                    extra.onUpdate(),
                    extra.invisible(),
                    Optional.empty());
        }

        /** Attributes that the model has no word for stay with the type. */
        private static ColumnType type(ResultSet row, ColumnExtra extra) throws SQLException {
            String srid = Optional.ofNullable(row.getString(11))
                    .map(number -> " SRID " + number)
                    .orElse("");
            String others = extra.others().isEmpty() ? "" : " " + extra.others();
            ColumnType type = MySqlTypes.read(row.getString(6));
            return srid.isEmpty() && others.isEmpty() ? type : new ColumnType.Raw(row.getString(6) + srid + others);
        }

        private Optional<DefaultValue> defaultValue(String reported, ColumnExtra extra, ColumnType type) {
            if (extra.expressionDefault() && MangledText.isMangled(expression(reported))) {
                return Optional.of(MangledText.notKnown(reported));
            }
            return sql.dialect() == CatalogSql.Text.MYSQL
                    ? MySqlText.mySqlDefault(reported, extra.expressionDefault(), type)
                    : MySqlText.mariaDbDefault(reported, type);
        }

        private void foreignKey(ResultSet row, TableDraft table) throws SQLException {
            String name = row.getString(3);
            Rules rule = rules.getOrDefault(table, Map.of()).get(name); // read by the query before
            if (rule == null) {
                throw hidden(row);
            }
            keyColumns
                    .computeIfAbsent(table, key -> new HashMap<>())
                    .computeIfAbsent(name, key -> new ArrayList<>())
                    .add(row.getString(4));
            table.foreignKeyColumn(
                    name,
                    row.getString(4),
                    new TableName(Optional.of(row.getString(5)), row.getString(6)),
                    row.getString(7),
                    rule.onDelete,
                    rule.onUpdate);
        }

        /** MariaDB shows the columns of a key to whoever may read the table, and its rules to whoever may do more. */
        private static MigrateException hidden(ResultSet row) throws SQLException {
            return new MigrateException(Problem.of(
                            ProblemCode.MISSING_PRIVILEGE,
                            "the account may only read table " + row.getString(2)
                                    + ", and then MariaDB does not tell what its foreign key " + row.getString(3)
                                    + " does when rows change")
                    .next("grant it one privilege more, such as: GRANT REFERENCES ON "
                            + MySqlDialect.quoted(row.getString(1)) + ".* TO …"));
        }

        private final Map<TableDraft, Map<String, Index>> indexes = new LinkedHashMap<>();
        private final Map<TableDraft, String> searched = new LinkedHashMap<>();

        private void indexPart(ResultSet row, TableDraft table) throws SQLException {
            String name = row.getString(3);
            if (name.equals("PRIMARY")) {
                table.primaryKeyColumn(
                        MySqlNormalForm.primaryKeyName(TableName.parse(quoted(row.getString(2)))), row.getString(5));
                return;
            }
            if (row.getString(9).equals("FULLTEXT")) {
                searched.put(
                        table, MySqlDialect.quoted(row.getString(1)) + "." + MySqlDialect.quoted(row.getString(2)));
            }
            Map<String, Index> ofTable = indexes.computeIfAbsent(table, key -> new LinkedHashMap<>());
            Index before = ofTable.get(name);
            List<Index.Part> parts = before == null ? new ArrayList<>() : new ArrayList<>(before.parts());
            parts.add(part(row));
            ofTable.put(
                    name,
                    new Index(
                            name,
                            parts,
                            row.getInt(4) == 0,
                            Optional.empty(),
                            List.of(),
                            method(row.getString(9), table),
                            row.getBoolean(10)));
        }

        /** What the server chooses by itself is none: MariaDB hashes a unique index of what is too long for a tree. */
        private Optional<String> method(String type, TableDraft table) {
            boolean usual = type.equals("HASH") || (type.equals("BTREE") && !hashing.contains(table));
            return usual ? Optional.empty() : Optional.of(type.toLowerCase(Locale.ROOT));
        }

        private static String quoted(String table) {
            return '"' + table.replace("\"", "\"\"") + '"';
        }

        private Index.Part part(ResultSet row) throws SQLException {
            Optional<String> computed = Optional.ofNullable(row.getString(8));
            return new Index.Part(
                    computed.isPresent() ? SqlText.withoutParentheses(expression(computed.get())) : row.getString(5),
                    computed.isPresent(),
                    "D".equals(row.getString(6)),
                    // of a place it is the size of its frame
                    row.getString(7) == null || row.getString(9).equals("SPATIAL")
                            ? OptionalInt.empty()
                            : OptionalInt.of(row.getInt(7)),
                    Optional.empty(),
                    Optional.empty());
        }

        /** A unique index of plain columns is a constraint; the index that a foreign key was given is not shown. */
        private void takeIndexes(TableDraft table, Map<String, Index> found) {
            for (Index index : found.values()) {
                List<String> terms =
                        index.parts().stream().map(Index.Part::term).toList();
                boolean behindForeignKey =
                        terms.equals(keyColumns.getOrDefault(table, Map.of()).get(index.name()));
                if (MySqlNormalForm.isConstraint(index)) {
                    terms.forEach(column -> table.uniqueColumn(index.name(), column));
                } else if (index.unique() || !behindForeignKey) {
                    index.parts().forEach(part -> table.indexPart(index, part));
                }
            }
        }
    }

    private record Rules(String onDelete, String onUpdate) {}

    private record Mangled(String table, Set<String> columns) {}
}
