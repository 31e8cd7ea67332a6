package dev.migrate.execute;

import dev.migrate.dialect.Dialect.SessionIdentity;
import dev.migrate.execute.JournalEntry.Decisions;
import dev.migrate.execute.JournalEntry.State;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
}
