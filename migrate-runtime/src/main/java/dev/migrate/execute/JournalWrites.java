package dev.migrate.execute;

import dev.migrate.dialect.Dialect.SessionIdentity;
import dev.migrate.execute.JournalEntry.Decisions;
import dev.migrate.execute.JournalEntry.State;
import java.sql.SQLException;

/** Writes into the journal: one row for each unit of a step that is under way; none when it is complete. */
class JournalWrites {

    /** Chooses one entry. */
    static final String KEY = " WHERE step = ? AND attempt = ? AND ordinal = ? AND sub = ?";

    private final OwnWrites own;
    private final OwnTables tables;
    private final SessionIdentity identity;

    JournalWrites(OwnWrites own, OwnTables tables, SessionIdentity identity) {
        this.own = own;
        this.tables = tables;
        this.identity = identity;
    }

    /** Begins a unit. */
    void begin(UnitKey unit, State state, String text, Decisions decisions) throws SQLException {
        own.update(
                "INSERT INTO " + tables.journal() + " (step, attempt, ordinal, sub, state, sql_text, sql_hash,"
                        + " decisions, session_id, server_id, started) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                        + tables.now() + ")",
                unit.step(),
                unit.attempt(),
                unit.ordinal(),
                unit.sub(),
                state.word(),
                text,
                "1:" + Sha256.hex(text),
                decisions.text(),
                identity.session(),
                identity.server());
    }

    /** Ends a unit, under the key of its last statement: all up to there is in the database. */
    void done(UnitKey unit, UnitKey last, Decisions decisions) throws SQLException {
        int hit = own.update(
                "UPDATE " + tables.journal() + " SET state = 'done', ordinal = ?, sub = ?, decisions = ?, ended = "
                        + tables.now() + KEY,
                last.ordinal(),
                last.sub(),
                decisions.text(),
                unit.step(),
                unit.attempt(),
                unit.ordinal(),
                unit.sub());
        if (hit != 1) {
            throw VersionTable.changed(
                    tables, "an entry of step " + unit.step() + " in " + tables.journal() + " is gone");
        }
    }

    /** Forgets a unit of which is known that nothing of it is in the database. */
    void remove(UnitKey unit) throws SQLException {
        own.update("DELETE FROM " + tables.journal() + KEY, unit.step(), unit.attempt(), unit.ordinal(), unit.sub());
    }

    /** Forgets all units of an operation that begins anew. */
    void removeOperation(String step, int ordinal) throws SQLException {
        own.update("DELETE FROM " + tables.journal() + " WHERE step = ? AND ordinal = ?", step, ordinal);
    }

    /** Folds a step that is complete: its entries have served. Tells how many there were. */
    int fold(String step) throws SQLException {
        return own.update("DELETE FROM " + tables.journal() + " WHERE step = ?", step);
    }
}
