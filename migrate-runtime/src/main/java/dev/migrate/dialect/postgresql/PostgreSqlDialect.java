package dev.migrate.dialect.postgresql;

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
import dev.migrate.dialect.TypeFamily;
import dev.migrate.introspect.CatalogReader;
import dev.migrate.operation.Bytes;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptSyntax;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 15 and later. */
final class PostgreSqlDialect implements Dialect {

    private static final int OLDEST_TESTED = 15;
    private static final int NEWEST_TESTED = 18;

    /** In bytes of UTF-8; what is longer the server cuts, with no more than a notice. */
    static final NameLimit NAME_LIMIT = NameLimit.bytes(63);

    private static final Identifiers NAMES = new Identifiers(Folding.LOWER_ASCII, '"', PostgreSqlKeywords.WORDS);

    private final ServerVersion version;
    private final PostgreSqlSession session;

    PostgreSqlDialect(ServerVersion version, PostgreSqlSession session) {
        this.version = version;
        this.session = session;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public ServerVersion version() {
        return version;
    }

    @Override
    public String describe() {
        return "PostgreSQL " + version.major() + "." + version.minor();
    }

    @Override
    public List<Problem> warnings() {
        return version.major() >= OLDEST_TESTED && version.major() <= NEWEST_TESTED
                ? List.of()
                : List.of(Problem.of(
                                ProblemCode.UNTESTED_VERSION,
                                describe() + " was not tested; PostgreSQL " + OLDEST_TESTED + " to " + NEWEST_TESTED
                                        + " were")
                        .next("nothing, if it works; else report what does not"));
    }

    @Override
    public boolean ddlCommits() {
        return false;
    }

    @Override
    public NameLimit identifierLimit() {
        return NAME_LIMIT;
    }

    @Override
    public List<SqlStatement> render(Operation operation, SchemaModel before) {
        return operation.accept(new PostgreSqlRenderer(this, new PostgreSqlDefinitions(this), before));
    }

    @Override
    public List<Operation> arranged(List<Operation> operations) {
        return NewEnumValues.arranged(operations);
    }

    @Override
    public Optional<String> advice(SQLException exception) {
        return Advice.on(exception);
    }

    @Override
    public String sqlName(TableName table) {
        table.schema().ifPresent(PostgreSqlDialect::requireWhole);
        requireWhole(table.name());
        return NAMES.sql(table);
    }

    @Override
    public String sqlName(String identifier) {
        requireWhole(identifier);
        return NAMES.sql(identifier);
    }

    @Override
    public String quotedName(String identifier) {
        return NAMES.quoted(NAMES.stored(identifier));
    }

    @Override
    public String sqlType(ColumnType type) {
        return new PostgreSqlDefinitions(this).type(type);
    }

    private static void requireWhole(String name) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > NAME_LIMIT.length()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_OPERATION,
                            "\"" + name + "\" is " + length + " bytes long, and PostgreSQL keeps only the first "
                                    + NAME_LIMIT.length() + " of a name")
                    .next("give it a shorter name; constraints and indexes are given one with named(…)"));
        }
    }

    @Override
    public @Nullable Object bindable(@Nullable Object value) {
        return value instanceof Bytes bytes ? bytes.toArray() : value;
    }

    /** Text goes without a type, as a literal would: then it fits into a column of JSON, of UUIDs, of an enumeration. */
    @Override
    public void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value instanceof String) {
            statement.setObject(at, value, Types.OTHER);
        } else {
            statement.setObject(at, value);
        }
    }

    @Override
    public String literal(@Nullable Object value) {
        return new PostgreSqlLiterals().of(value);
    }

    @Override
    public ProviderView forProviders() {
        return new ProviderView("PostgreSQL", ProviderView.Schemas.SCHEMA, NAMES);
    }

    @Override
    public Scratch scratch(ScratchSource source, ScratchNames names, Collection<String> schemas) throws SQLException {
        return TransactionScratch.open(source, names, schemas);
    }

    @Override
    public ScriptSyntax scriptSyntax() {
        return ScriptSyntax.POSTGRESQL;
    }

    @Override
    public ScriptLanguage scriptLanguage() {
        return new PostgreSqlScript(NAMES, version);
    }

    @Override
    public NormalForm normalForm() {
        return new PostgreSqlNormalForm();
    }

    @Override
    public ScratchDatabase scratchDatabase(ScratchDatabase.Sessions sessions, String url, ScratchNames scratchNames)
            throws SQLException {
        return PostgreSqlScratchDatabase.create(sessions, url, scratchNames.home());
    }

    @Override
    public boolean viewsHoldColumns() {
        return true;
    }

    @Override
    public boolean converts(ColumnType from, ColumnType to) {
        return TypeFamily.convert(from, to);
    }

    /** Where an index stands behind it. */
    @Override
    public boolean namesOnce(Optional<Constraint.Kind> kind) {
        return kind.filter(each -> each == Constraint.Kind.FOREIGN_KEY || each == Constraint.Kind.CHECK)
                .isEmpty();
    }

    @Override
    public CatalogReader catalog() {
        return new PostgreSqlCatalogReader(version);
    }

    @Override
    public MigrationLock lock() {
        return new PostgreSqlLock();
    }

    @Override
    public List<SqlStatement> leftBehind(Connection connection, Operation operation) throws SQLException {
        return InvalidIndex.leftBehind(connection, this, operation);
    }

    @Override
    public OwnTypes ownTypes() {
        return new OwnTypes(
                "VARCHAR(64)",
                "VARCHAR(255)",
                "TEXT",
                "TIMESTAMP(6)",
                "(pg_catalog.clock_timestamp() AT TIME ZONE 'UTC')",
                "",
                false);
    }

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return one(connection, "SELECT pg_catalog.current_schema()");
    }

    /** In front of what is searched already: extensions often live in another schema than the tables. */
    @Override
    public void useSchema(Connection connection, String schema) throws SQLException {
        String stored = NAMES.stored(schema);
        if (currentSchema(connection).equals(Optional.of(stored))) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT pg_catalog.set_config('search_path', pg_catalog.concat_ws(', ', pg_catalog.quote_ident(?),"
                        + " nullif(pg_catalog.current_setting('search_path'), '')), false)")) {
            statement.setString(1, stored);
            statement.execute();
        }
        if (!currentSchema(connection).equals(Optional.of(stored))) {
            throw new SQLException(
                    "there is no schema of that name, or the account has no privilege USAGE on it", "3F000");
        }
    }

    @Override
    public SessionIdentity identity(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pid, " + moment("backend_start")
                        + ", coalesce(pg_catalog.host(pg_catalog.inet_server_addr()), 'localhost') || ':'"
                        + " || pg_catalog.current_setting('port') || ', started '"
                        + " || " + moment("pg_catalog.pg_postmaster_start_time()")
                        + " FROM pg_catalog.pg_stat_activity WHERE pid = pg_catalog.pg_backend_pid()")) {
            row.next();
            return new SessionIdentity(session(row.getInt(1), Optional.ofNullable(row.getString(2))), row.getString(3));
        }
    }

    /** Numbers of processes are used again. */
    static String session(int process, Optional<String> began) {
        return process + began.map(moment -> ", begun " + moment).orElse("");
    }

    /** A point in time as text that does not depend on how the session shows such things. */
    static String moment(String expression) {
        return "pg_catalog.to_char(" + expression + " AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US \"UTC\"')";
    }

    static Optional<String> one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    @Override
    public List<String> sessionBaseline() {
        return session.baseline();
    }

    @Override
    public LongWork longWork() {
        return new PostgreSqlLongWork(this);
    }

    @Override
    public ProblemCode classify(SQLException exception) {
        return switch (Optional.ofNullable(exception.getSQLState()).orElse("")) {
            case "28000", "28P01" -> ProblemCode.ACCESS_DENIED; // no way to connect, wrong password
            case "42501" -> ProblemCode.MISSING_PRIVILEGE;
            default -> ProblemCode.STATEMENT_FAILED;
        };
    }

    boolean leavesConstraintsUnenforced() {
        return version.isAtLeast(18, 0, 0);
    }

    boolean computesWhenRead() {
        return version.isAtLeast(18, 0, 0);
    }
}
