package dev.migrate.execute;

import dev.migrate.execute.HistoryWrites.Event;
import dev.migrate.execute.HistoryWrites.Subject;
import dev.migrate.execute.JournalEntry.State;
import dev.migrate.operation.Backfill;
import dev.migrate.plan.PlannedStep;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The books of one step: its history row, the journal entries of its units, its version rows, and what is committed
 * together. What is written here stays uncommitted until it is said, except where the step ends.
 */
final class StepBooks {

    /**
     * What is under way.
     *
     * @param last the last statement of it so far
     * @param sent whether that one was sent, and the server said that it is done
     * @param written whether the journal has an entry of it
     */
    private record Unit(
            UnitKey key, State state, StepStatement first, StepStatement last, boolean sent, boolean written) {}

    private final WorkSession session;
    private final PlannedStep planned;
    private final String step;
    private final Resumption from;
    private final boolean wholeRun;

    private @Nullable Unit unit;
    private @Nullable Unit ended;
    private boolean uncommitted;
    private boolean journalled;
    private int kept;

    /**
     * Opens the books.
     *
     * @param step the step's key
     * @param from where it begins
     * @param wholeRun whether the run is one transaction, which somebody else ends
     */
    StepBooks(WorkSession session, PlannedStep planned, String step, Resumption from, boolean wholeRun) {
        this.session = session;
        this.planned = planned;
        this.step = step;
        this.from = from;
        this.wholeRun = wholeRun;
        journalled = isResumed();
        kept = from.statementsDone();
    }

    private boolean isResumed() {
        return from.attempt() > 1;
    }

    void beginStep() throws SQLException {
        Subject subject = new Subject(planned.entry().node(), planned.entry().checksum(), planned.recording());
        if (isResumed()) {
            session.history().resume(step, subject);
        } else {
            session.history().begin(step, Event.of(planned.step().direction()), subject);
        }
        uncommitted = true;
    }

    /** Whether a transaction is open that more statements can join. */
    boolean hasOpenUnit() {
        return unit != null && unit.state() == State.OPEN;
    }

    /** Whether anything is under way. */
    boolean hasUnit() {
        return unit != null;
    }

    /** Whether what was sent last commits by itself, so that a rollback does not take it back. */
    boolean hasStartedUnit() {
        return unit != null && unit.state() == State.STARTED;
    }

    /** Ends the unit before, and begins one with a statement that commits by itself and is about to be sent. */
    void beginUnit(StepStatement statement) throws SQLException {
        begin(statement, State.STARTED);
        writeUnit();
    }

    /** Goes on with a unit that an earlier run has begun and that keeps its own place. */
    void goOnWith(UnitKey begun, StepStatement statement) throws SQLException {
        endUnit();
        unit = new Unit(begun, State.STARTED, statement, statement, false, true);
    }

    /** The entry of what is under way. */
    UnitKey unitKey() {
        return Objects.requireNonNull(unit).key();
    }

    /**
     * Ends the unit before, and opens one that more statements can join. As long as nothing in it could commit it, a
     * rollback takes all of it back, and the journal need not know.
     */
    void openUnit(StepStatement statement) throws SQLException {
        begin(statement, State.OPEN);
    }

    private void begin(StepStatement statement, State state) throws SQLException {
        endUnit();
        UnitKey key = new UnitKey(step, from.attempt(), statement.ordinal(), statement.sub());
        unit = new Unit(key, state, statement, statement, false, false);
    }

    /** Writes down that the unit is under way, if that is not done yet. */
    void writeUnit() throws SQLException {
        if (unit != null && !unit.written()) {
            StepStatement first = unit.first();
            session.journal().begin(unit.key(), unit.state(), first.text(), first.decisions());
            if (first.operation() instanceof Backfill) {
                session.journal().keepsPlace(unit.key());
            }
            unit = new Unit(unit.key(), unit.state(), first, unit.last(), unit.sent(), true);
            journalled = true;
            uncommitted = true;
        }
    }

    /** Writes down that there was nothing to do for an operation: true as soon as what came before it is committed. */
    void leftOut(StepStatement nothing) throws SQLException {
        UnitKey key = new UnitKey(step, from.attempt(), nothing.ordinal(), 0);
        session.journal().begin(key, State.DONE, nothing.text(), nothing.decisions());
        journalled = true;
        uncommitted = true;
    }

    /** Notes that a statement of the unit was sent, and is done as far as the server says. */
    void sent(StepStatement statement) {
        if (unit != null) {
            unit = new Unit(unit.key(), unit.state(), unit.first(), statement, true, unit.written());
        }
    }

    /** Writes down that the unit is in the database. It is true as soon as this is committed. */
    void endUnit() throws SQLException {
        if (unit != null) {
            writeUnit();
            markDone(unit);
            ended = unit;
            unit = null;
            uncommitted = true;
        }
    }

    private void markDone(Unit complete) throws SQLException {
        session.journal()
                .done(
                        complete.key(),
                        complete.key().endingAt(complete.last()),
                        complete.last().decisions());
    }

    void commit() throws SQLException {
        if (uncommitted && !wholeRun) {
            session.commit();
            uncommitted = false;
            if (ended != null) {
                kept = ended.last().number();
                ended = null;
            }
        }
    }

    /** The last unit, the version rows and the end of the history row are one commit. */
    void endStep(long millis, int statements) throws SQLException {
        if (journalled) {
            boolean found = session.journal().fold(step) > 0;
            if (!found && unit != null && unit.written()) {
                throw RunProblems.rolledBack(planned.entry().node().id());
            }
        }
        session.version().apply(planned.step().change());
        session.history().done(step, millis, statements);
        uncommitted = true;
        commit();
    }

    /** How many statements of the step are in the database for good. */
    int kept() {
        return kept;
    }

    /**
     * Takes back what is not complete, and writes down why the step stopped.
     *
     * @param locked whether a unit that locks tables is not complete
     * @param lockedHalfCommitted whether something in that unit had committed it half-way
     * @return whether something in the transaction had committed it half-way
     */
    boolean stop(long millis, int statements, String error, boolean locked, boolean lockedHalfCommitted)
            throws SQLException {
        session.rollback();
        boolean kept = session.hasKeptRows();
        boolean halfCommitted = locked ? settleLocked(lockedHalfCommitted || kept) : !wholeRun && settleUnits(kept);
        if (wholeRun) { // the rollback took the beginning of the step back too
            beginStep();
        }
        session.history().failed(step, millis, statements, error);
        session.commit();
        return halfCommitted;
    }

    /** Half committed it stays in doubt: nobody has counted the rows. */
    private boolean settleLocked(boolean halfCommitted) throws SQLException {
        settleEnded();
        if (unit != null && !halfCommitted) {
            session.journal().remove(unit.key());
        }
        return halfCommitted;
    }

    private void settleEnded() throws SQLException {
        if (ended != null && ended.state() == State.STARTED) {
            markDone(ended);
            kept = ended.last().number();
        }
    }

    private boolean settleUnits(boolean rowsKept) throws SQLException {
        settleEnded();
        if (unit == null) {
            return false;
        }
        Unit last = unit;
        if (last.state() == State.OPEN && rowsKept) {
            session.journal()
                    .begin(
                            last.key(),
                            last.state(),
                            last.first().text(),
                            last.first().decisions());
            return true;
        }
        if (last.state() == State.OPEN) {
            return last.written()
                    && session.journal().entries(step).stream()
                            .anyMatch(entry -> entry.key().equals(last.key()));
        }
        if (last.sent()) {
            markDone(last);
            kept = last.last().number();
        } else if (rowsKept) {
            return true;
        } else if (session.journal().place(last.key()).isEmpty()) {
            session.journal().remove(last.key());
        }
        return false;
    }
}
