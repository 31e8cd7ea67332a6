package dev.migrate.execute;

import dev.migrate.Database;
import dev.migrate.dialect.Dialect;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.record.RecordingContext;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A database that was reached, seen through a first connection: it looks, then holds the lock. The second connection is
 * opened when there is something to do and the lock is won, so that whoever waits holds one only.
 */
final class Reached implements AutoCloseable {

    /** What a run wants to do. */
    interface Work<T> {
        /** What is there to say when nothing has to be done; empty when something has. Asked while others hold the lock. */
        Optional<T> unneeded(Standing standing) throws SQLException;

        /**
         * What there is to say against working on a database, because of what it says it is. Asked whenever it was looked
         * at, before anything is written.
         */
        default Optional<Problem> objection(EnvironmentMark database, EnvironmentMark run) {
            return database.refusalOf(run);
        }

        /** Does it, while the lock is held. */
        T run(WorkSession session, Standing standing) throws SQLException;
    }

    private final Target target;
    private final MigratorConfig config;
    private final Connection first;
    private final Dialect dialect;
    private final Optional<String> schemaBefore;
    private final OwnTables tables;
    private final OwnStatements own;
    private boolean schemaChanged;

    private Reached(Target target, Connection first) throws SQLException {
        this.target = target;
        this.first = first;
        config = target.config();
        own = new OwnStatements(first);
        first.setAutoCommit(true); // what is refused must not leave a transaction behind that takes nothing any more
        dialect = target.dialects().of(first);
        schemaBefore = dialect.currentSchema(first);
        if (config.schema().isPresent()) {
            useOnFirst(config.schema().get());
        }
        tables = new OwnTables(dialect, schemaOfOwnTables(), config.versionTable());
        config.listener().on(new RunEvent.Connected(info()));
        dialect.warnings().forEach(warning -> config.listener().on(new RunEvent.Warning(warning)));
    }

    static Reached connect(Target target) throws SQLException {
        Connection first = Connections.openWhenFree(target);
        try {
            return new Reached(target, first);
        } catch (SQLException | RuntimeException | Error e) {
            try {
                first.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private String schemaOfOwnTables() throws SQLException {
        if (config.versionTableSchema().isPresent()) {
            return config.versionTableSchema().get();
        }
        return (schemaChanged ? dialect.currentSchema(first) : schemaBefore)
                .orElseThrow(() -> new MigrateException(Problem.of(
                                ProblemCode.BAD_PARAMETER,
                                "the connection is in no schema, so there is no place to work in")
                        .at("migrate.url")
                        .next("name the database in the url, or set migrate.schema")));
    }

    private void useOnFirst(String schema) {
        if (!schemaBefore.equals(Optional.of(schema))) {
            use(first, schema);
            schemaChanged = true;
        }
    }

    private void use(Connection connection, String schema) {
        try {
            dialect.useSchema(connection, schema);
        } catch (SQLException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.BAD_PARAMETER, "schema " + schema + " cannot be used: " + e.getMessage())
                            .at("migrate.schema")
                            .next("create the schema, or correct its name"),
                    e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    DatabaseInfo info() {
        return new DatabaseInfo(dialect.name(), dialect.version().toString(), tables.schema(), tables.versionTable());
    }

    /** The connection that looks, in the schema that migrations work in; it commits each statement. */
    Connection looking() {
        return first;
    }

    /**
     * Asks the database something, and waits for tables that others have locked no longer than for a lock of migrate's.
     *
     * @throws MigrateException {@code lock-held}, when that was too long
     */
    <T> T waitingForTables(Migrator.Question<T> question) throws SQLException {
        return new TableWait(dialect, first, config, ComparisonRun.place(info())).during(question);
    }

    /** Looks without a lock, and without writing anything. */
    Standing look() {
        try {
            return Standing.read(first, tables);
        } catch (SQLException e) {
            throw RunProblems.own(e, dialect);
        }
    }

    /** Who holds the lock, if somebody does, in words. It is not waited for. */
    Optional<String> lockHolder() throws SQLException {
        return dialect.lock().holder(first, RunLock.name(tables));
    }

    /** What was written down of earlier runs, read without a lock. */
    HistoryTable history() {
        return new HistoryTable(own, tables, config);
    }

    /** What the recordings of a run depend on. */
    RecordingContext recordingContext() {
        return recordingContext(dialect, config);
    }

    static RecordingContext recordingContext(Dialect dialect, MigratorConfig config) {
        return new RecordingContext(
                Database.valueOf(dialect.name().toUpperCase(Locale.ROOT)),
                dialect.identifierLimit(),
                dialect::exactName,
                dialect.scriptSyntax(),
                config.x(),
                () -> SchemaModel.incomplete(List.of(), "it was not looked up"));
    }

    /**
     * Does work on a second connection while the first one holds the lock. Where nothing has to be done, now or after
     * another run has done it, nothing is written and no lock is waited for.
     */
    <T> T run(Work<T> work) {
        Standing seen = admitted(work, look());
        try {
            Optional<T> unneeded = work.unneeded(seen);
            if (unneeded.isPresent()) {
                return unneeded.get();
            }
            useOnFirst(tables.schema());
            create(seen.missing());
            return underLock(work);
        } catch (SQLException e) {
            throw RunProblems.own(e, dialect);
        }
    }

    private Standing admitted(Work<?> work, Standing standing) {
        work.objection(standing.mark(), config.mark()).ifPresent(problem -> {
            throw new MigrateException(problem);
        });
        return standing;
    }

    @SuppressWarnings("try") // the lock is held, not used
    private <T> T underLock(Work<T> work) throws SQLException {
        RunLock lock = new RunLock(first, dialect.lock(), RunLock.name(tables), config);
        while (!lock.tryTake()) {
            Optional<T> unneeded = work.unneeded(admitted(work, look()));
            if (unneeded.isPresent()) {
                return unneeded.get();
            }
            lock.pause();
        }
        try (lock;
                WorkSession session = openSession()) {
            Standing standing = admitted(work, Standing.read(session.connection(), tables));
            session.commit();
            if (!standing.laidOut()) {
                session.writeLayout();
            }
            return work.run(session, standing);
        }
    }

    private WorkSession openSession() throws SQLException {
        Connection second = Connections.open(
                target.dataSource(), "; a run needs two connections at a time, a pool of one is not enough");
        try {
            config.schema().ifPresent(schema -> use(second, schema));
            return WorkSession.open(second, schemaBefore, dialect, tables, config);
        } catch (SQLException | RuntimeException | Error e) {
            try {
                second.close();
            } catch (SQLException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private void create(List<TableName> missing) throws SQLException {
        for (TableName table : missing) {
            try (Statement statement = first.createStatement()) {
                statement.execute(tables.creating(table));
            } catch (SQLException e) {
                List<TableName> still = tables.missing(first);
                if (still.contains(table)) { // else another run has created it at the same time
                    throw cannotCreate(e, still);
                }
            }
        }
    }

    private MigrateException cannotCreate(SQLException e, List<TableName> missing) throws SQLException {
        Problem problem = Problem.of(dialect.classify(e), "migrate cannot create its own tables: " + e.getMessage())
                .at("schema " + tables.schema());
        if (problem.code() != ProblemCode.MISSING_PRIVILEGE) {
            return new MigrateException(problem.next("look into the cause, then run the same again"), e);
        }
        List<String> statements = new ArrayList<>();
        missing.forEach(table -> statements.add(tables.creating(table)));
        statements.addAll(tables.grants(account()));
        return new MigrateException(
                problem.next("let somebody who may run this, then run the same again:\n"
                        + String.join(";\n", statements) + ";"),
                e);
    }

    /** The account as a grant names it; {@code 'app'@'%'} where the server keeps hosts apart. */
    private String account() throws SQLException {
        try (Statement statement = first.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER")) {
            row.next();
            String account = row.getString(1);
            int at = account.lastIndexOf('@');
            return at < 0 ? account : "'" + account.substring(0, at) + "'@'" + account.substring(at + 1) + "'";
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection closing = first) {
            own.close();
            closing.setAutoCommit(true);
            if (schemaChanged) { // a pool hands it to somebody else
                WorkSession.settings(closing, dialect);
            }
        }
    }
}
