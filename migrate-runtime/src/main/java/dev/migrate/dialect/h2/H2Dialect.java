package dev.migrate.dialect.h2;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.LongWork;
import dev.migrate.dialect.MemoryScratch;
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
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptSyntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** H2 2.x in its regular, MySQL, MariaDB and PostgreSQL modes. */
final class H2Dialect implements Dialect {

    private static final ServerVersion OLDEST_TESTED = new ServerVersion(2, 3, 0);
    private static final ServerVersion NEWEST_TESTED = new ServerVersion(2, 4, 240);

    private final ServerVersion version;
    private final Identifiers names;
    private final boolean tinyint;
    private final Optional<String> schema;
    private final String settings;

    /**
     * @param version the version of H2
     * @param names how this database treats names
     * @param tinyint whether its mode knows the type: PostgreSQL's does not
     * @param schema the schema the session began in, as it is stored; empty offline
     * @param settings the settings that change how SQL is understood, as a URL has them
     */
    H2Dialect(ServerVersion version, Identifiers names, boolean tinyint, Optional<String> schema, String settings) {
        this.version = version;
        this.names = names;
        this.tinyint = tinyint;
        this.schema = schema;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public ServerVersion version() {
        return version;
    }

    @Override
    public String describe() {
        return "H2 " + version;
    }

    @Override
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        if (version.compareTo(NEWEST_TESTED) > 0) {
            warnings.add(Problem.of(
                            ProblemCode.UNTESTED_VERSION,
                            describe() + " is newer than " + NEWEST_TESTED
                                    + ", the last that was tested; 2.5.252 hangs when it is used again after a kill")
                    .next("use com.h2database:h2:" + NEWEST_TESTED));
        } else if (version.compareTo(OLDEST_TESTED) < 0) {
            warnings.add(Problem.of(
                            ProblemCode.UNTESTED_VERSION,
                            describe() + " is older than " + OLDEST_TESTED + ", the first that was tested")
                    .next("use com.h2database:h2:" + NEWEST_TESTED));
        }
        return List.copyOf(warnings);
    }

    @Override
    public boolean ddlCommits() {
        return true;
    }

    @Override
    public NameLimit identifierLimit() {
        return NameLimit.characters(256);
    }

    @Override
    public List<SqlStatement> render(Operation operation, SchemaModel before) {
        return operation.accept(new H2Renderer(this, new H2Definitions(this, tinyint), before));
    }

    @Override
    public String sqlName(TableName table) {
        return names.sql(table);
    }

    @Override
    public String sqlName(String identifier) {
        return names.sql(identifier);
    }

    @Override
    public String quotedName(String identifier) {
        return names.quoted(names.stored(identifier));
    }

    @Override
    public String sqlType(ColumnType type) {
        return new H2Definitions(this, tinyint).type(type);
    }

    @Override
    public @Nullable Object bindable(@Nullable Object value) {
        return value instanceof Bytes bytes ? bytes.toArray() : value;
    }

    @Override
    public String literal(@Nullable Object value) {
        return new H2Literals().of(value);
    }

    @Override
    public ProviderView forProviders() {
        return new ProviderView("H2", ProviderView.Schemas.SCHEMA, names);
    }

    @Override
    public String exactName(String stored) {
        return names.unfolded(stored);
    }

    @Override
    public String scratchHome(ScratchNames scratchNames) {
        return schema.map(names::unfolded).orElse("public");
    }

    @Override
    public Scratch scratch(ScratchSource source, ScratchNames scratchNames, Collection<String> schemas)
            throws SQLException {
        String home = schema.map(names::quoted).orElse(names.sql("public"));
        MemoryScratch scratch = new MemoryScratch(
                source.connect("jdbc:h2:mem:" + settings), scratchHome(scratchNames), List.of("SET SCHEMA " + home));
        try (Statement statement = scratch.connection().createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + home);
            for (String other : schemas) {
                statement.execute("CREATE SCHEMA " + names.sql(scratchNames.of(other)));
            }
            scratch.enter();
            return scratch;
        } catch (SQLException e) {
            scratch.close();
            throw e;
        }
    }

    @Override
    public ScriptSyntax scriptSyntax() {
        return ScriptSyntax.H2;
    }

    @Override
    public ScriptLanguage scriptLanguage() {
        return new H2Script(names, version);
    }

    @Override
    public NormalForm normalForm() {
        return new H2NormalForm(names, tinyint);
    }

    @Override
    public ScratchDatabase scratchDatabase(ScratchDatabase.Sessions sessions, String url, ScratchNames scratchNames) {
        return new H2ScratchDatabase(sessions, scratchNames.home(), settings);
    }

    @Override
    public boolean converts(ColumnType from, ColumnType to) {
        return TypeFamily.convert(from, to);
    }

    @Override
    public boolean namesOnce(Optional<Constraint.Kind> kind) {
        return true;
    }

    @Override
    public CatalogReader catalog() {
        return new H2CatalogReader(names, H2Definitions.saysWhatNullsAre(version));
    }

    @Override
    public MigrationLock lock() {
        return new H2Lock();
    }

    @Override
    public OwnTypes ownTypes() {
        return new OwnTypes(
                "VARCHAR(64)",
                "VARCHAR(255)",
                "CHARACTER LARGE OBJECT",
                "TIMESTAMP(6)",
                "CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6))",
                "",
                true);
    }

    @Override
    public Optional<String> currentSchema(Connection connection) throws SQLException {
        return Optional.of(schemaOf(connection));
    }

    @Override
    public Optional<String> homeSchema(Connection connection) throws SQLException {
        return Optional.of(names.unfolded(schemaOf(connection)));
    }

    static String schemaOf(Connection connection) throws SQLException {
        return one(connection, "SELECT SCHEMA()");
    }

    @Override
    public void useSchema(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SCHEMA " + names.sql(name));
        }
    }

    @Override
    public SessionIdentity identity(Connection connection) throws SQLException {
        return new SessionIdentity(one(connection, "SELECT SESSION_ID()"), H2Sessions.oldest(connection));
    }

    static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public List<String> sessionBaseline() {
        return schema.map(name -> List.of("SET SCHEMA " + names.quoted(name))).orElse(List.of());
    }

    @Override
    public LongWork longWork() {
        return new H2LongWork();
    }

    @Override
    public ProblemCode classify(SQLException exception) {
        return switch (exception.getErrorCode()) {
            case 28000 -> ProblemCode.ACCESS_DENIED; // wrong user name or password
            case 90040, 90096 -> ProblemCode.MISSING_PRIVILEGE; // admin rights required, not enough rights
            case 90020 -> ProblemCode.LOCK_HELD; // the file is in use by another process
            default -> ProblemCode.STATEMENT_FAILED;
        };
    }
}
