package dev.migrate.execute;

import dev.migrate.dialect.Dialect.SessionIdentity;
import dev.migrate.execute.JournalEntry.Decisions;
import dev.migrate.execute.JournalEntry.State;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row for each unit of a step that is under way; none when it is complete. */
final class Journal {

    private static final String KEY = " WHERE step = ? AND attempt = ? AND ordinal = ? AND sub = ?";

    private final OwnStatements own;
    private final OwnTables tables;
    private final SessionIdentity identity;

    Journal(OwnStatements own, OwnTables tables, SessionIdentity identity) {
        this.own = own;
        this.tables = tables;
        this.identity = identity;
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

    /**
     * Where a backfill stands.
     *
     * @param cursor how far it has come
     * @param end the key at which it ends; empty when there was no row
     */
    record Place(BackfillCursor cursor, Optional<List<Object>> end) {}

    /** Where a backfill stands; empty when it has not looked for its end yet. */
    Optional<Place> place(UnitKey unit) throws SQLException {
        return own
                .query(
                        "SELECT cursor_key, upper_bound FROM " + tables.journal() + KEY,
                        row -> place(row.getString(1), row.getString(2)),
                        unit.step(),
                        unit.attempt(),
                        unit.ordinal(),
                        unit.sub())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Place> place(@Nullable String cursor, @Nullable String end) {
        return cursor == null
                ? Optional.empty()
                : Optional.of(new Place(
                        BackfillCursor.parse(cursor), Optional.ofNullable(end).map(KeyText::parse)));
    }

    /** Writes down where a backfill begins and ends. */
    void keep(UnitKey unit, Place place) throws SQLException {
        expectOne(
                own.update(
                        "UPDATE " + tables.journal() + " SET cursor_key = ?, upper_bound = ?" + KEY,
                        place.cursor().text(),
                        place.end().map(KeyText::of).orElse(null),
                        unit.step(),
                        unit.attempt(),
                        unit.ordinal(),
                        unit.sub()),
                unit);
    }

    /** Writes down how far a backfill has come: true as soon as the batch is committed. */
    void advance(UnitKey unit, BackfillCursor cursor) throws SQLException {
        expectOne(
                own.update(
                        "UPDATE " + tables.journal() + " SET cursor_key = ?" + KEY,
                        cursor.text(),
                        unit.step(),
                        unit.attempt(),
                        unit.ordinal(),
                        unit.sub()),
                unit);
    }

    private void expectOne(int hit, UnitKey unit) {
        if (hit != 1) {
            throw VersionTable.changed(
                    tables, "an entry of step " + unit.step() + " in " + tables.journal() + " is gone");
        }
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
        expectOne(hit, unit);
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
