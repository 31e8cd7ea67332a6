package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Folding;
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
import dev.migrate.introspect.CatalogReader;
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

/**
 * SQLite 3.40 and later.
 *
 * <p>Foreign keys are not enforced while migrations run, whatever the url says: a table that is built anew would take the
 * rows with it that refer to it, and SQLite cannot switch that within a transaction. Instead what is left without the row
 * it refers to is counted before each commit. A migration that deletes rows therefore deletes those that refer to them
 * as well.
 */
final class SqliteDialect implements Dialect {

    /** The schema of the database file itself. */
    static final String MAIN = "main";

    private static final int MOST_COMMENTS = 5;

    static final ServerVersion OLDEST_TESTED = new ServerVersion(3, 40, 0);
    private static final ServerVersion NEWEST_TESTED = new ServerVersion(3, 54, Integer.MAX_VALUE);

    /** Backticks: what is between double quotes becomes a string where there is no such column. */
    private static final Identifiers NAMES = new Identifiers(Folding.NONE, '`', SqliteKeywords.WORDS);

    private final ServerVersion version;
    private final boolean foreignKeys;

    /**
     * @param version the version of the library
     * @param foreignKeys whether the session enforced foreign keys when it began
     */
    SqliteDialect(ServerVersion version, boolean foreignKeys) {
        this.version = version;
        this.foreignKeys = foreignKeys;
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public ServerVersion version() {
        return version;
    }

    @Override
    public String describe() {
        return "SQLite " + version;
    }

    @Override
    public List<Problem> warnings() {
        boolean tested = version.compareTo(OLDEST_TESTED) >= 0 && version.compareTo(NEWEST_TESTED) <= 0;
        return tested
                ? List.of()
                : List.of(Problem.of(
                                ProblemCode.UNTESTED_VERSION,
                                describe() + " was not tested; SQLite " + OLDEST_TESTED.major() + "."
                                        + OLDEST_TESTED.minor() + " to " + NEWEST_TESTED.major() + "."
                                        + NEWEST_TESTED.minor() + " were")
                        .next("nothing, if it works; else report what does not"));
    }

    @Override
    public boolean ddlCommits() {
        return false;
    }

    @Override
    public boolean changesNeedTheWholeTable() {
        return true;
    }

    /** SQLite has no limit. */
    @Override
    public NameLimit identifierLimit() {
        return NameLimit.characters(Integer.MAX_VALUE);
    }

    @Override
    public List<SqlStatement> render(Operation operation, SchemaModel before) {
        return operation.accept(new SqliteRenderer(this, new SqliteDefinitions(this), before));
    }

    @Override
    public Optional<Problem> leftOut(List<Operation> operations) {
        List<String> commented =
                operations.stream().flatMap(SqliteComments::in).distinct().toList();
        int more = commented.size() - MOST_COMMENTS;
        return commented.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                                ProblemCode.UNSUPPORTED,
                                "SQLite keeps no comments; left out is what is said about "
                                        + String.join(
                                                ", ", commented.subList(0, Math.min(MOST_COMMENTS, commented.size())))
                                        + (more > 0 ? " and " + more + " more" : ""))
                        .next("nothing, if the comments are for other databases"));
    }

    @Override
    public SchemaModel after(Operation operation, SchemaModel before) {
        return SqliteFold.after(operation, before);
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
        return new SqliteDefinitions(this).type(type);
    }

    @Override
    public @Nullable Object bindable(@Nullable Object value) {
        return SqliteValues.bindable(this, value);
    }

    @Override
    public String literal(@Nullable Object value) {
        return new SqliteLiterals().of(bindable(value));
    }

    @Override
    public ProviderView forProviders() {
        return new ProviderView("SQLite", ProviderView.Schemas.NONE, NAMES);
    }

    @Override
    public String scratchHome(ScratchNames names) {
        return MAIN;
    }

    @Override
    public Scratch scratch(ScratchSource source, ScratchNames names, Collection<String> schemas) throws SQLException {
        return new MemoryScratch(source.connect("jdbc:sqlite::memory:"), scratchHome(names), List.of());
    }

    @Override
    public ScriptSyntax scriptSyntax() {
        return ScriptSyntax.SQLITE;
    }

    @Override
    public ScriptLanguage scriptLanguage() {
        return new SqliteScript(version);
    }

    @Override
    public NormalForm normalForm() {
        return new SqliteNormalForm();
    }

    /** Constraints may have any names. */
    @Override
    public boolean namesOnce(Optional<Constraint.Kind> kind) {
        return kind.isEmpty();
    }

    @Override
    public SchemaModel stated(SchemaModel read) {
        return read.changeAll(table -> table.withOptions(SqliteOptions.stated(table)));
    }

    @Override
    public ScratchDatabase scratchDatabase(ScratchDatabase.Sessions sessions, String url, ScratchNames scratchNames)
            throws SQLException {
        return SqliteScratchDatabase.create(sessions, url, scratchNames.prefix());
    }

    @Override
    public CatalogReader catalog() {
        return new SqliteCatalogReader(NAMES);
    }

    @Override
    public MigrationLock lock() {
        return new SqliteLock();
    }

    @Override
    public OwnTypes ownTypes() {
        return new OwnTypes(
                "VARCHAR(64)",
                "VARCHAR(255)",
                "TEXT",
                "TIMESTAMP(3)",
                "strftime('%Y-%m-%d %H:%M:%f', 'now')",
                "",
                false);
    }

    @Override
    public Optional<String> currentSchema(Connection connection) {
        return Optional.of(MAIN);
    }

    @Override
    public void useSchema(Connection connection, String schema) throws SQLException {
        if (!schema.equalsIgnoreCase(MAIN)) {
            throw new SQLException(
                    "SQLite looks in " + MAIN + " for names without a schema, whatever is attached to it");
        }
    }

    @Override
    public SessionIdentity identity(Connection connection) throws SQLException {
        return new SessionIdentity(
                SqliteSession.of(connection).toString(),
                DatabaseFile.of(connection).describe());
    }

    @Override
    public List<String> sessionBaseline() {
        return List.of(
                "PRAGMA foreign_keys = OFF",
                "PRAGMA legacy_alter_table = OFF",
                "PRAGMA ignore_check_constraints = OFF",
                "PRAGMA writable_schema = OFF");
    }

    @Override
    public List<String> sessionEnd() {
        return foreignKeys ? List.of("PRAGMA foreign_keys = ON") : List.of();
    }

    /** One mismatch keeps SQLite from checking any table at once: then each is asked about, and the mismatch is a line. */
    @Override
    public List<String> brokenReferences(Connection connection) throws SQLException {
        try {
            return broken(connection, "pragma_foreign_key_check");
        } catch (SQLException e) {
            if (!isMismatch(e)) {
                throw e;
            }
        }
        List<String> broken = new ArrayList<>();
        for (String table : tables(connection)) {
            try {
                broken.addAll(broken(connection, "pragma_foreign_key_check(" + literal(table) + ")"));
            } catch (SQLException e) {
                if (!isMismatch(e)) {
                    throw e;
                }
                broken.add("table " + table + " refers to columns that are not a key of the other table");
            }
        }
        return broken;
    }

    private static boolean isMismatch(SQLException e) {
        return String.valueOf(e.getMessage()).contains("foreign key mismatch");
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static List<String> broken(Connection connection, String check) throws SQLException {
        List<String> broken = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT \"table\", rowid, parent FROM " + check + " ORDER BY 1, 2, 3")) {
            while (rows.next()) {
                String row = Optional.ofNullable(rows.getString(2))
                        .map(number -> "row " + number)
                        .orElse("a row");
                broken.add(row + " of " + rows.getString(1) + " refers to a row of " + rows.getString(3)
                        + " that is not there");
            }
        }
        return broken;
    }

    @Override
    public LongWork longWork() {
        return new SqliteLongWork();
    }

    @Override
    public ProblemCode classify(SQLException exception) {
        return switch (exception.getErrorCode() & 0xFF) { // what is above tells more of the same
            case 5, 6 -> ProblemCode.LOCK_HELD; // BUSY, LOCKED: another connection writes
            case 3, 8, 10, 11, 13, 14, 26 -> ProblemCode.FILE_FAILED; // PERM, READONLY, IOERR, CORRUPT, FULL,
            // CANTOPEN, NOTADB
            default -> ProblemCode.STATEMENT_FAILED;
        };
    }
}
