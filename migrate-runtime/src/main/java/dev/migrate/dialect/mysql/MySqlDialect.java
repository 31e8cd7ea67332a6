package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Folding;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.LongWork;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.NormalForm;
import dev.migrate.dialect.ProviderView;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.ScratchDatabase;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import dev.migrate.dialect.ScriptLanguage;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.introspect.CatalogReader;
import dev.migrate.operation.Bytes;
import dev.migrate.operation.Operation;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptSyntax;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** MySQL 5.7 and later, and MariaDB 10.11 and later: one family, whose features tell them apart. */
final class MySqlDialect implements Dialect {

    /** Some non-transactional changed tables couldn't be rolled back. */
    private static final int NOT_COMPLETE_ROLLBACK = 1196;

    private static final String WITHOUT_TRANSACTIONS = "SELECT TABLE_NAME FROM information_schema.TABLES"
            + " WHERE %s AND TABLE_TYPE = 'BASE TABLE' AND ENGINE NOT IN"
            + " (SELECT ENGINE FROM information_schema.ENGINES WHERE TRANSACTIONS = 'YES') LIMIT 1";

    private static final Identifiers NAMES = new Identifiers(Folding.NONE, '`', MySqlKeywords.WORDS);

    private final ServerVersion version;
    private final MySqlFeatures features;
    private final MySqlSession session;

    private MySqlDialect(ServerVersion version, MySqlFeatures features, MySqlSession session) {
        this.version = version;
        this.features = features;
        this.session = session;
    }

    static MySqlDialect of(ServerVersion version, MySqlFeatures features, MySqlSession session) {
        return new MySqlDialect(version, features, session);
    }

    static MySqlDialect offline(ServerVersion version, MySqlFeatures features) {
        return new MySqlDialect(version, features, MySqlSession.defaults(features));
    }

    @Override
    public String name() {
        return features.mariaDb() ? "mariadb" : "mysql";
    }

    /** Since 8.4 MySQL refuses, unless {@code restrict_fk_on_non_standard_key} is off. */
    @Override
    public boolean refersToAnyIndex() {
        return features.mariaDb() || !version.isAtLeast(8, 4, 0);
    }

    @Override
    public ServerVersion version() {
        return version;
    }

    @Override
    public String describe() {
        return (features.mariaDb() ? "MariaDB " : "MySQL ") + version;
    }

    @Override
    public List<Problem> warnings() {
        boolean tested = features.mariaDb()
                ? version.isAtLeast(10, 11, 0) && version.major() <= 11
                : version.isAtLeast(5, 7, 0) && version.major() <= 9;
        return tested
                ? List.of()
                : List.of(Problem.of(
                                ProblemCode.UNTESTED_VERSION,
                                describe() + " was not tested; "
                                        + (features.mariaDb()
                                                ? "MariaDB 10.11 and 11 were"
                                                : "MySQL 5.7, 8 and 9 were"))
                        .next("nothing, if it works; else report what does not"));
    }

    @Override
    public boolean ddlCommits() {
        return true;
    }

    /** Before, a table's definition stood in a file of its own beside what the engine knew of it. */
    @Override
    public boolean atomicDdl() {
        return features.mariaDb() ? version.isAtLeast(10, 6, 1) : version.isAtLeast(8, 0, 0);
    }

    @Override
    public boolean placesColumns() {
        return true;
    }

    @Override
    public boolean keysHoldIdentity() {
        return !features.mariaDb();
    }

    @Override
    public NameLimit identifierLimit() {
        return MySqlNormalForm.NAME_LIMIT;
    }

    @Override
    public List<SqlStatement> render(Operation operation, SchemaModel before) {
        return operation.accept(
                new MySqlRenderer(this, new MySqlDefinitions(this, features, session), features, fold(), before));
    }

    @Override
    public SchemaModel after(Operation operation, SchemaModel before) {
        return fold().after(operation, before);
    }

    private MySqlFold fold() {
        return new MySqlFold(features, session.foldsTableNames());
    }

    @Override
    public String sqlName(TableName table) {
        return NAMES.sql(table);
    }

    @Override
    public String sqlName(String identifier) {
        return NAMES.sql(identifier);
    }

    @Override
    public String quotedName(String identifier) {
        return NAMES.quoted(NAMES.stored(identifier));
    }

    @Override
    public String sqlType(ColumnType type) {
        return new MySqlDefinitions(this, features, session).type(type);
    }

    @Override
    public @Nullable Object bindable(@Nullable Object value) {
        if (value instanceof Bytes bytes) {
            return bytes.toArray();
        }
        if (value instanceof UUID uuid) {
            return features.uuidType()
                    ? uuid.toString()
                    : ByteBuffer.allocate(16)
                            .putLong(uuid.getMostSignificantBits())
                            .putLong(uuid.getLeastSignificantBits())
                            .array();
        }
        // As text: Connector/J takes MariaDB 10.11 for a MySQL 5.5, and cuts off fractions of seconds.
        return value instanceof LocalTime || value instanceof LocalDateTime
                ? value.toString().replace('T', ' ')
                : value;
    }

    @Override
    public String literal(@Nullable Object value) {
        return new MySqlLiterals().of(bindable(value));
    }

    @Override
    public ProviderView forProviders() {
        return new ProviderView(
                features.mariaDb() ? "MariaDB" : "MySQL",
                ProviderView.Schemas.CATALOG,
                (text, quoted) -> session.foldsTableNames() ? text.toLowerCase(Locale.ROOT) : text,
                NAMES::understood);
    }

    @Override
    public Scratch scratch(ScratchSource source, ScratchNames names, Collection<String> schemas) throws SQLException {
        return DatabaseScratch.open(source, names, schemas);
    }

    @Override
    public SchemaModel stated(SchemaModel read) {
        return read.changeAll(table -> table.withOptions(TableOptions.stated(table.options())));
    }

    @Override
    public ScriptSyntax scriptSyntax() {
        return ScriptSyntax.MYSQL
                .withBackslashEscapes(session.backslashEscapes())
                .withDoubleQuotedNames(session.ansiQuotes());
    }

    @Override
    public Dialect inSession(Connection connection) throws SQLException {
        return of(
                version,
                features,
                session.in(one(connection, "SELECT @@sql_mode", 1).orElse("")));
    }

    @Override
    public ScriptLanguage scriptLanguage() {
        return new MySqlScript(features.mariaDb(), version);
    }

    @Override
    public NormalForm normalForm() {
        return new MySqlNormalForm(features, session.foldsTableNames(), session.collation());
    }

    /** A foreign key's name is InnoDB's; MySQL counts checks in the same way. */
    @Override
    public boolean namesOnce(Optional<Constraint.Kind> kind) {
        return kind.filter(each ->
                        each == Constraint.Kind.FOREIGN_KEY || (each == Constraint.Kind.CHECK && !features.mariaDb()))
                .isPresent();
    }

    @Override
    public ScratchDatabase scratchDatabase(ScratchDatabase.Sessions sessions, String url, ScratchNames scratchNames)
            throws SQLException {
        return MySqlScratchDatabase.create(sessions, url, scratchNames);
    }

    @Override
    public CatalogReader catalog() {
        return new MySqlCatalogReader(CatalogSql.of(features, version), session.foldsTableNames());
    }

    @Override
    public MigrationLock lock() {
        boolean replaced = !features.mariaDb() && version.isAtLeast(8, 0, 22);
        return new MySqlLock(replaced ? "performance_schema.processlist" : "information_schema.PROCESSLIST");
    }

    @Override
    public OwnTypes ownTypes() {
        return new OwnTypes(
                "VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin",
                "VARCHAR(255)",
                "LONGTEXT",
                "DATETIME(6)",
                "UTC_TIMESTAMP(6)",
                " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
                false);
    }

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return one(connection, "SELECT DATABASE()", 1);
    }

    /** As a statement: {@code setCatalog} does nothing when the driver believes that it is there already. */
    @Override
    public void useSchema(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + quoted(schema));
        }
    }

    @Override
    public SessionIdentity identity(Connection connection) throws SQLException {
        return new SessionIdentity(
                one(connection, "SELECT CONNECTION_ID()", 1).orElseThrow(),
                one(connection, "SELECT CONCAT(@@hostname, ':', @@port, ', server ', @@server_id)", 1)
                                .orElseThrow()
                        + ", started "
                        + one(
                                        connection,
                                        "SELECT FROM_UNIXTIME(UNIX_TIMESTAMP() - "
                                                + one(connection, "SHOW GLOBAL STATUS LIKE 'Uptime'", 2)
                                                        .orElseThrow()
                                                + ")",
                                        1)
                                .orElseThrow());
    }

    static Optional<String> one(Connection connection, String query, int column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.ofNullable(row.getString(column)) : Optional.empty();
        }
    }

    @Override
    public List<String> sessionBaseline() {
        return session.baseline();
    }

    @Override
    public boolean mayKeepRows(Connection connection, Set<TableName> tables) throws SQLException {
        String which = tables.isEmpty()
                ? "TABLE_SCHEMA = DATABASE()"
                : tables.stream()
                        .map(table -> "(TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ?)")
                        .collect(Collectors.joining(" OR ", "(", ")"));
        try (PreparedStatement statement = connection.prepareStatement(WITHOUT_TRANSACTIONS.formatted(which))) {
            int at = 1;
            for (TableName table : tables) {
                statement.setString(at++, table.schema().orElse(null));
                statement.setString(at++, table.name());
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** In SQL: a driver sends nothing where it thinks that no transaction is open. */
    @Override
    public boolean rollback(Connection connection) throws SQLException {
        boolean complete = true;
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
            try (ResultSet warning = statement.executeQuery("SHOW WARNINGS")) {
                while (warning.next()) {
                    complete &= warning.getInt(2) != NOT_COMPLETE_ROLLBACK;
                }
            }
        }
        return complete;
    }

    @Override
    public LongWork longWork() {
        return new MySqlLongWork();
    }

    @Override
    public ProblemCode classify(SQLException exception) {
        return switch (exception.getErrorCode()) {
            case 1045, 1698 -> ProblemCode.ACCESS_DENIED; // wrong password, or no way to give one
            case 1044, 1142, 1143, 1227, 1370, 1410, 1419 -> ProblemCode.MISSING_PRIVILEGE; // database, table, column,
            // SUPER and its parts, routine, GRANT, binary log
            default -> ProblemCode.STATEMENT_FAILED;
        };
    }

    static String quoted(String name) {
        return NAMES.quoted(name);
    }
}
