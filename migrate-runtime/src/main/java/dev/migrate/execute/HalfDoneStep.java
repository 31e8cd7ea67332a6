package dev.migrate.execute;

import dev.migrate.execute.Answers.OtherAnswer;
import dev.migrate.execute.JournalEntry.Decisions;
import dev.migrate.execute.JournalEntry.State;
import dev.migrate.execute.Standing.HalfDone;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.CanonicalForm;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.RunScript;
import dev.migrate.plan.PlannedStep;
import dev.migrate.problem.MigrateException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out where a step goes on that an earlier run left half done. */
final class HalfDoneStep {

    private final WorkSession session;
    private final MigratorConfig config;
    private final HalfDone halfDone;
    private final PlannedStep planned;
    private final RunProblems problems;
    private final List<String> before;
    private final List<String> now;

    HalfDoneStep(
            WorkSession session, MigratorConfig config, HalfDone halfDone, PlannedStep planned, RunProblems problems)
            throws SQLException {
        this.session = session;
        this.config = config;
        this.halfDone = halfDone;
        this.planned = planned;
        this.problems = problems;
        before = session.history().operations(halfDone.step());
        now = HistoryTable.lines(CanonicalForm.text(planned.operations()));
    }

    /**
     * Where the step goes on, after what is in doubt has been decided.
     *
     * @throws MigrateException {@code in-doubt}, when nobody has decided; {@code changed-since}, when the operations
     *     that are done are no longer those of the migration
     */
    Resumption resumption() throws SQLException {
        List<JournalEntry> entries = session.journal().entries(halfDone.step());
        int attempt = 1
                + entries.stream()
                        .mapToInt(entry -> entry.key().attempt())
                        .max()
                        .orElse(1);
        for (JournalEntry entry : entries) {
            if (entry.state() != State.DONE) {
                decide(entry);
            }
        }
        session.commit();
        return session.journal().entries(halfDone.step()).stream()
                .max(Comparator.comparingInt((JournalEntry entry) -> entry.key().ordinal())
                        .thenComparingInt(entry -> entry.key().sub()))
                .map(last -> after(last, attempt))
                .orElse(new Resumption(attempt, 0, 0, List.of(), 0, Optional.empty()));
    }

    private void decide(JournalEntry entry) throws SQLException {
        StatementId id = new StatementId(halfDone.revision(), entry.decisions().number());
        ResumeDecision decision = config.resume().get(id);
        if (decision != ResumeDecision.DONE && keepsItsPlace(entry)) {
            return;
        }
        if (decision == null && isDecidedAsAWhole(entry, id)) {
            return;
        }
        if (decision == null) {
            decision = decidedByLooking(entry, id).orElse(null);
        }
        if (decision == null) {
            throw problems.inDoubt(entry, id);
        }
        if (decision == ResumeDecision.RETRY) {
            session.journal().remove(entry.key());
        } else {
            markDone(entry, entry.decisions().together() - 1);
        }
    }

    /** Everything from the entry's statement to one further on is in the database. */
    private void markDone(JournalEntry entry, int further) throws SQLException {
        UnitKey key = entry.key();
        Decisions was = entry.decisions();
        session.journal()
                .done(
                        key,
                        new UnitKey(key.step(), key.attempt(), key.ordinal(), key.sub() + further),
                        new Decisions(was.number() + further, was.of(), 1, was.digest(), was.rest()));
    }

    /** A backfill goes on where its own cursor stands, as long as it is the same. One that a script began has none. */
    private boolean keepsItsPlace(JournalEntry entry) {
        int ordinal = entry.key().ordinal();
        if (entry.state() != State.STARTED || !entry.keepsPlace()) {
            return false;
        }
        if (!isUnchangedUpTo(ordinal)) {
            throw problems.changedSince(
                    firstDifference(), before.size(), entry.decisions().number(), halfDone.direction());
        }
        return true;
    }

    /** What an author says of a script is about the whole of it. */
    private boolean isDecidedAsAWhole(JournalEntry entry, StatementId id) throws SQLException {
        Optional<RunScript> script = script(entry);
        if (script.isEmpty()) {
            return false;
        }
        if (isTrue(script.get().assurance().doneWhen(), entry, id)) {
            markDone(entry, entry.decisions().of() - entry.key().sub());
            return true;
        }
        if (script.get().assurance().repeatable()) {
            session.journal().removeOperation(halfDone.step(), entry.key().ordinal());
            return true;
        }
        return false;
    }

    private Optional<RunScript> script(JournalEntry entry) {
        int ordinal = entry.key().ordinal();
        return isUnchangedUpTo(ordinal) && planned.operations().get(ordinal - 1) instanceof RunScript script
                ? Optional.of(script)
                : Optional.empty();
    }

    /**
     * What the operation itself allows to be concluded about its one statement; what is in doubt of a transaction is more
     * than that. Only a yes decides: as long as nobody knows that the old session is gone, a no may become a yes a moment
     * later.
     */
    private Optional<ResumeDecision> decidedByLooking(JournalEntry entry, StatementId id) throws SQLException {
        if (entry.state() != State.STARTED || !isUnchangedUpTo(entry.key().ordinal())) {
            return Optional.empty();
        }
        Operation operation = Core.of(planned.operations().get(entry.key().ordinal() - 1));
        Optional<Assurance> assurance = assurance(operation);
        return switch (operation.accept(new DoubtOf(session.dialect().atomicDdl()))) {
            case LOOK ->
                isThere(operation, assurance, entry, id)
                        ? Optional.of(ResumeDecision.DONE)
                        : assurance.filter(Assurance::repeatable).map(repeatable -> ResumeDecision.RETRY);
            case REPEAT -> Optional.of(ResumeDecision.RETRY);
            case STOP -> Optional.empty();
        };
    }

    private boolean isThere(Operation operation, Optional<Assurance> assurance, JournalEntry entry, StatementId id)
            throws SQLException {
        boolean first = entry.key().sub() == 1;
        boolean last = entry.key().sub() == entry.decisions().of();
        return assurance.isPresent()
                ? isTrue(assurance.get().doneWhen(), entry, id)
                : Effect.isThere(operation, first, last, session.dialect(), session.connection());
    }

    private static Optional<Assurance> assurance(Operation operation) {
        if (operation instanceof ExecuteSql sql) {
            return Optional.of(sql.assurance());
        }
        return operation instanceof RunCode code ? Optional.of(code.assurance()) : Optional.empty();
    }

    private boolean isTrue(Optional<String> question, JournalEntry entry, StatementId id) throws SQLException {
        try {
            return question.isPresent() && Answers.isTrue(Answers.ask(session.connection(), question.get(), 0));
        } catch (OtherAnswer e) {
            MigrateException doubt = problems.inDoubt(entry, id);
            doubt.addSuppressed(e);
            throw doubt;
        }
    }

    private Resumption after(JournalEntry last, int attempt) {
        int ordinal = last.key().ordinal();
        Decisions decisions = last.decisions();
        if (!isUnchangedUpTo(ordinal) && !isTheSameScriptSoFar(last)) {
            throw problems.changedSince(firstDifference(), before.size(), decisions.number(), halfDone.direction());
        }
        if (last.state() != State.DONE) {
            return new Resumption(attempt, ordinal - 1, 0, List.of(), decisions.number() - 1, Optional.of(last.key()));
        }
        if (last.key().sub() == decisions.of()) {
            return new Resumption(attempt, ordinal, 0, List.of(), decisions.number(), Optional.empty());
        }
        return new Resumption(
                attempt, ordinal - 1, last.key().sub(), decisions.rest(), decisions.number(), Optional.empty());
    }

    /** The first operations are what counts: a person may correct those that are not done yet. */
    private boolean isUnchangedUpTo(int operations) {
        return operations <= Math.min(before.size(), now.size())
                && before.subList(0, operations).equals(now.subList(0, operations));
    }

    /** A script of which a part is done: the rest of it may be corrected. */
    private boolean isTheSameScriptSoFar(JournalEntry last) {
        int ordinal = last.key().ordinal();
        boolean unfinished =
                last.key().sub() < last.decisions().of() && isUnchangedUpTo(ordinal - 1) && ordinal <= now.size();
        if (!unfinished || !(planned.operations().get(ordinal - 1) instanceof RunScript script)) {
            return false;
        }
        try (ScriptRun run = new ScriptRun(script, session.dialect())) {
            while (run.hasNext() && run.given() < last.key().sub()) {
                run.next();
            }
            return run.digest().equals(last.decisions().digest());
        }
    }

    private int firstDifference() {
        int same = 0;
        while (same < Math.min(before.size(), now.size()) && before.get(same).equals(now.get(same))) {
            same++;
        }
        return same + 1;
    }
}
