package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The connection on which a run does its work, with its own tables. Nothing is committed unless it is said. */
final class WorkSession implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 5;

    private final Connection connection;
    private final Dialect dialect;
    private final OwnTables tables;
    private final Optional<String> schemaBefore;
    private final Optional<String> schema;
    private final OwnStatements own;
    private final VersionTable version;
    private final HistoryTable history;
    private final Journal journal;
    private List<String> broken = List.of();
    private boolean rowsKept;
    private final Map<Set<TableName>, Boolean> keepsRows = new HashMap<>();
    private boolean touched;

    private WorkSession(
            Connection connection,
            Optional<String> schemaBefore,
            Dialect dialect,
            OwnTables tables,
            MigratorConfig config)
            throws SQLException {
        this.connection = connection;
        this.schemaBefore = schemaBefore;
        this.dialect = dialect;
        this.tables = tables;
        schema = dialect.currentSchema(connection);
        own = new OwnStatements(connection);
        version = new VersionTable(own, tables);
        history = new HistoryTable(own, tables, config);
        journal = new Journal(own, tables, dialect.identity(connection));
    }

    /**
     * Begins to work on a connection.
     *
     * @param connection an open connection, in the schema that migrations work in; closed together with the session
     * @param schemaBefore the schema that it was opened in
     */
    static WorkSession open(
            Connection connection,
            Optional<String> schemaBefore,
            Dialect dialect,
            OwnTables tables,
            MigratorConfig config)
            throws SQLException {
        WorkSession session = new WorkSession(connection, schemaBefore, dialect, tables, config);
        connection.setAutoCommit(true); // a transaction would keep some settings from being set
        session.toBaseline();
        session.broken = dialect.brokenReferences(connection);
        session.commit();
        return session;
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return dialect;
    }

    OwnTables tables() {
        return tables;
    }

    VersionTable version() {
        return version;
    }

    HistoryTable history() {
        return history;
    }

    Journal journal() {
        return journal;
    }

    void writeLayout() throws SQLException {
        new InfoTable(own, tables).writeLayout();
        commit();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        rowsKept |= !dialect.rollback(connection);
    }

    /** Whether a statement's rows may stay although its transaction is taken back. Asked once, until definitions change. */
    boolean mayKeepRows(Set<TableName> tables) throws SQLException {
        Boolean known = keepsRows.get(tables);
        if (known == null) {
            known = dialect.mayKeepRows(connection, tables);
            keepsRows.put(tables, known);
        }
        return known;
    }

    /** Says that definitions may be others than they were. */
    void definitionsChanged() {
        keepsRows.clear();
    }

    /** Whether a rollback could not take back all it was to. */
    boolean hasKeptRows() {
        return rowsKept;
    }

    /**
     * The rows that refer to nothing by now, and did not when the session began.
     *
     * @param sameRows whether tables and rows are still called what they were called; else nobody can tell an old one
     *     under another name from a new one, and only their number is looked at
     * @return a line for each
     */
    List<String> newlyBroken(boolean sameRows) throws SQLException {
        List<String> now = dialect.brokenReferences(connection);
        Map<String, Integer> before = new HashMap<>(); // rows without a number share a line
        broken.forEach(line -> before.merge(line, 1, Integer::sum));
        List<String> more = now.stream()
                .filter(line -> before.merge(line, -1, Integer::sum) < 0)
                .toList();
        if (more.isEmpty() || (!sameRows && now.size() <= broken.size())) {
            broken = now;
            return List.of();
        }
        return more;
    }

    /**
     * Ends what migrate's own statements may still have under way: the driver of SQLite asks for the last number given
     * out after each insert, and lets the answer lie there, which keeps SQLite from what wants the file for itself.
     */
    void rest() throws SQLException {
        own.close();
    }

    /** Whether the server still answers: then what it reported is what happened. */
    boolean answers() throws SQLException {
        return connection.isValid(SECONDS_TO_ANSWER);
    }

    /** Says that a user's SQL or code may set something in this session. */
    void touch() {
        touched = true;
    }

    /**
     * Sets the session as every step should find it: what one migration sets must not leak into the next.
     *
     * @return whether there was anything to set; it lasts when it is committed
     */
    boolean toBaselineIfTouched() throws SQLException {
        boolean was = touched;
        if (was) {
            toBaseline();
        }
        return was;
    }

    private void toBaseline() throws SQLException {
        settings();
        if (schema.isPresent()) {
            dialect.useSchema(connection, schema.get());
        }
        connection.setAutoCommit(false);
        touched = false;
    }

    private void settings() throws SQLException {
        settings(connection, dialect);
    }

    /** Sets a connection as it was opened, its schema too. */
    static void settings(Connection connection, Dialect dialect) throws SQLException {
        execute(connection, dialect.sessionBaseline());
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Gives the connection back as it was opened: it may be a pool's, and somebody else's next. */
    @Override
    public void close() throws SQLException {
        try (Connection closing = connection) {
            own.close();
            closing.rollback();
            if (touched || !schemaBefore.equals(schema)) {
                settings();
            }
            closing.setAutoCommit(true);
            execute(closing, dialect.sessionEnd());
        }
    }
}
