package dev.migrate.execute;

import dev.migrate.dialect.Dialect.SessionIdentity;
import dev.migrate.execute.JournalEntry.Decisions;
import dev.migrate.execute.JournalEntry.State;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal of a database. */
final class Journal extends JournalWrites {

    /** Stands for a place that has not been looked for yet. */
    private static final String NOT_LOOKED_FOR = "begun";

    /** Chooses one entry, where it still stands where it is believed to stand. */
    private static final String AT = KEY + " AND cursor_key = ?";

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
                "SELECT attempt, ordinal, sub, state, sql_text, decisions, session_id, server_id,"
                        + " CASE WHEN cursor_key IS NULL THEN 0 ELSE 1 END FROM " + tables.journal()
                        + " WHERE step = ? ORDER BY attempt, ordinal, sub",
                row -> new JournalEntry(
                        new UnitKey(step, row.getInt(1), row.getInt(2), row.getInt(3)),
                        State.of(row.getString(4)),
                        row.getString(5),
                        Decisions.parse(row.getString(6)),
                        new SessionIdentity(row.getString(7), row.getString(8)),
                        row.getInt(9) == 1),
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
        return cursor == null || cursor.equals(NOT_LOOKED_FOR)
                ? Optional.empty()
                : Optional.of(new Place(
                        BackfillCursor.parse(cursor), Optional.ofNullable(end).map(KeyText::parse)));
    }

    /** Writes down that a unit keeps its own place. A script that begins the same one does not: it knows of no batches. */
    void keepsPlace(UnitKey unit) throws SQLException {
        own.update(
                "UPDATE " + tables.journal() + " SET cursor_key = ?" + KEY,
                NOT_LOOKED_FOR,
                unit.step(),
                unit.attempt(),
                unit.ordinal(),
                unit.sub());
    }

    /** Writes down where a backfill begins and ends, unless another session has done so. */
    void begin(UnitKey unit, Place place) throws SQLException {
        expectOne(
                own.update(
                        "UPDATE " + tables.journal() + " SET cursor_key = ?, upper_bound = ?" + AT,
                        place.cursor().text(),
                        place.end().map(KeyText::of).orElse(null),
                        unit.step(),
                        unit.attempt(),
                        unit.ordinal(),
                        unit.sub(),
                        NOT_LOOKED_FOR),
                unit);
    }

    /**
     * Writes down how far a backfill has come: true as soon as the batch is committed. That it still stands where the
     * batch began keeps a session that was thought dead from doing a batch which another one has done.
     */
    void advance(UnitKey unit, BackfillCursor from, BackfillCursor to) throws SQLException {
        expectOne(
                own.update(
                        "UPDATE " + tables.journal() + " SET cursor_key = ?" + AT,
                        to.text(),
                        unit.step(),
                        unit.attempt(),
                        unit.ordinal(),
                        unit.sub(),
                        from.text()),
                unit);
    }

    private void expectOne(int hit, UnitKey unit) {
        if (hit != 1) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.CONCURRENT_CHANGE,
                                    "another session goes on with the backfill that this run is at; the batch that both did is"
                                            + " taken back here, so that no row is changed twice")
                            .at("step " + unit.step() + " in " + tables.journal())
                            .next(
                                    "let the other run end, or end it; then run the same again: it goes on behind the last batch"));
        }
    }
}
