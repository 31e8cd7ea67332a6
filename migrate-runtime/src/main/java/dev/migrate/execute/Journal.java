package dev.migrate.execute;

import dev.migrate.dialect.Dialect.SessionIdentity;
import dev.migrate.execute.JournalEntry.Decisions;
import dev.migrate.execute.JournalEntry.State;
import java.sql.SQLException;
import java.util.List;

/** The journal of a database. */
final class Journal extends JournalWrites {

    private final OwnStatements own;
    private final OwnTables tables;

    Journal(OwnStatements own, OwnTables tables, SessionIdentity identity) {
        super(own, tables, identity);
        this.own = own;
        this.tables = tables;
    }

    /** The entries of a step, in the order in which they were begun. */
    List<JournalEntry> entries(String step) throws SQLException {
        return own.query(
                "SELECT attempt, ordinal, sub, state, sql_text, decisions, session_id, server_id FROM "
                        + tables.journal() + " WHERE step = ? ORDER BY attempt, ordinal, sub",
                row -> new JournalEntry(
                        new UnitKey(step, row.getInt(1), row.getInt(2), row.getInt(3)),
                        State.of(row.getString(4)),
                        row.getString(5),
                        Decisions.parse(row.getString(6)),
                        new SessionIdentity(row.getString(7), row.getString(8))),
                step);
    }
}
