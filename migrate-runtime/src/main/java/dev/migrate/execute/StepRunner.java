package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.execute.Answers.OtherAnswer;
import dev.migrate.execute.HistoryTable.Event;
import dev.migrate.execute.HistoryTable.Subject;
import dev.migrate.execute.JournalEntry.State;
import dev.migrate.execute.RunResult.StepResult;
import dev.migrate.execute.StatementSender.CodeFailure;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.plan.PlannedStep;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs one step and keeps the books. A statement that commits by itself is a unit of its own: the journal says
 * {@code started}, committed, before it is sent. What can share a transaction is one unit: the journal's {@code open} and
 * {@code done} are part of that transaction. The last unit, the end of the history row and the version rows are one
 * commit.
 */
final class StepRunner {

    /**
     * What is under way.
     *
     * @param last the last statement of it so far
     * @param sent whether that one was sent, and the server said that it is done
     */
    private record Unit(UnitKey key, State state, StepStatement last, boolean sent) {}

    private final WorkSession session;
    private final MigratorConfig config;
    private final PlannedStep planned;
    private final StepInfo info;
    private final RunProblems problems;
    private final String step;
    private final Resumption from;
    private final StepScript script;
    private final StatementSender sender;
    private final boolean ddlCommits;
    private final boolean wholeRun;

    private @Nullable Unit unit;
    private @Nullable Unit ended;
    private boolean uncommitted;
    private boolean sending;
    private boolean journalled;
    private int kept;
    private int sent;

    /**
     * Prepares a step.
     *
     * @param step its key in history and journal
     * @param from where it begins
     * @param known tables as they are now, as far as earlier steps told
     */
    StepRunner(
            WorkSession session,
            MigratorConfig config,
            PlannedStep planned,
            StepInfo info,
            RunProblems problems,
            String step,
            Resumption from,
            SchemaModel known) {
        this.session = session;
        this.config = config;
        this.planned = planned;
        this.info = info;
        this.problems = problems;
        this.step = step;
        this.from = from;
        Dialect dialect = session.dialect();
        ddlCommits = dialect.ddlCommits();
        wholeRun = config.transactionMode() == TransactionMode.ALL;
        script = new StepScript(info.revision(), planned.operations(), dialect, session.connection(), known);
        sender = new StatementSender(session.connection(), ddlCommits, config);
        kept = from.statementsDone();
        journalled = isResumed();
    }

    private boolean isResumed() {
        return from.attempt() > 1;
    }

    /** Runs the step to its end. */
    StepResult run() throws SQLException {
        long began = config.clock().millis();
        script.goOnAt(from);
        script.prepare();
        begin();
        StepStatement statement = null;
        try {
            for (Optional<StepStatement> next = script.next(); next.isPresent(); next = script.next()) {
                statement = next.get();
                execute(statement);
            }
            long millis = config.clock().millis() - began;
            end(millis);
            return new StepResult(info, sent, millis);
        } catch (SQLException | CodeFailure | OtherAnswer e) {
            long millis = config.clock().millis() - began;
            if (e instanceof SQLException own && (!sending || statement == null)) {
                throw ownTables(own, millis);
            }
            throw refused(e, Objects.requireNonNull(statement), millis);
        } catch (RuntimeException e) {
            if (!sending) {
                keepBooks(e, String.valueOf(e.getMessage()), config.clock().millis() - began);
            }
            throw e;
        }
    }

    /** What is known of tables after the step. */
    SchemaModel model() {
        return script.model();
    }

    private void begin() throws SQLException {
        if (isResumed()) {
            session.history().resume(step);
        } else {
            session.history()
                    .begin(
                            step,
                            Event.of(planned.step().direction()),
                            new Subject(planned.entry().node(), planned.entry().checksum(), planned.operations()));
        }
        uncommitted = true;
    }

    private void execute(StepStatement statement) throws SQLException, CodeFailure, OtherAnswer {
        boolean question = statement.operation() instanceof VerifyAnswer;
        if (statement.operation() instanceof RunCode
                || (statement.operation() instanceof ExecuteSql && !changesRowsOnly(statement.operation()))) {
            session.touch();
        }
        if (!question && !sharesTransaction(statement)) {
            beginUnit(statement, State.STARTED);
            commit();
        } else if (unit == null || unit.state() == State.STARTED) {
            endUnit();
            commit();
            if (!question) {
                beginUnit(statement, State.OPEN);
            }
        }
        config.listener().on(new RunEvent.StatementStarted(info, statement.number(), script.total(), statement.text()));
        sending = true;
        sender.send(statement);
        sending = false;
        sent++;
        if (unit != null) {
            unit = new Unit(unit.key(), unit.state(), statement, true);
        }
        if (unit != null && config.transactionMode() == TransactionMode.NONE) {
            endUnit();
            commit();
        }
    }

    private boolean sharesTransaction(StepStatement statement) {
        boolean shares = canShareTransaction(statement);
        if (!shares && wholeRun) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNSUPPORTED,
                            "a statement cannot be part of a transaction, and the whole run should be one: "
                                    + statement.text())
                    .at("revision " + info.revision())
                    .next("run with -Dmigrate.transactionMode=per-migration"));
        }
        return shares;
    }

    private boolean canShareTransaction(StepStatement statement) {
        if (statement.operation() instanceof RunCode code) {
            return !ddlCommits || code.assurance().equals(Assurance.NONE);
        }
        SqlStatement.Kind kind = statement.sql().orElseThrow().kind();
        return switch (kind) {
            case DATA -> true;
            case DDL -> !ddlCommits;
            case RAW -> !ddlCommits || changesRowsOnly(statement.operation());
            case OUTSIDE -> false;
        };
    }

    private static boolean changesRowsOnly(Operation operation) {
        return operation instanceof ExecuteSql sql && sql.changesRowsOnly();
    }

    private void beginUnit(StepStatement statement, State state) throws SQLException {
        endUnit();
        UnitKey key = new UnitKey(step, from.attempt(), statement.ordinal(), statement.sub());
        session.journal().begin(key, state, statement.text(), statement.decisions());
        journalled = true;
        uncommitted = true;
        unit = new Unit(key, state, statement, false);
    }

    /** Writes down that what was sent last is in the database. It is true as soon as this is committed. */
    private void endUnit() throws SQLException {
        if (unit != null) {
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

    private void commit() throws SQLException {
        if (uncommitted && !wholeRun) {
            session.commit();
            uncommitted = false;
            if (ended != null) {
                kept = ended.last().number();
                ended = null;
            }
        }
    }

    private void end(long millis) throws SQLException {
        if (journalled) {
            session.journal().fold(step);
        }
        session.version().apply(planned.step().change());
        session.history().done(step, millis, from.statementsDone() + sent);
        uncommitted = true;
        commit();
        session.toBaselineIfTouched();
    }

    private MigrateException ownTables(SQLException e, long millis) {
        MigrateException problem = RunProblems.ownTables(e, session.dialect());
        keepBooks(problem, problem.problem().what(), millis);
        return problem;
    }

    /** Only a server that still answers has said what became of the statement. */
    private MigrateException refused(Exception e, StepStatement statement, long millis) throws SQLException {
        if (!session.answers()) {
            boolean inTransaction = unit == null || unit.state() == State.OPEN;
            return problems.lost(String.valueOf(e.getMessage()), statement, script.total(), inTransaction, e);
        }
        Failure failure = Failure.of(e, session.dialect());
        boolean halfCommitted = keepBooks(e, "statement " + statement.number() + failure.what(), millis);
        return halfCommitted
                ? problems.halfCommitted(failure, statement, script.total(), kept)
                : problems.stopped(failure, statement, script.total(), kept);
    }

    /**
     * Takes back what is not complete, and writes down how the step ended. What fails while doing so joins the failure
     * that is on its way.
     *
     * @return whether something in the transaction had committed it half-way
     */
    private boolean keepBooks(Exception failure, String error, long millis) {
        try {
            session.rollback();
            boolean halfCommitted = wholeRun ? forgetRun() : settleUnits();
            session.history().failed(step, millis, from.statementsDone() + sent, error);
            session.commit();
            return halfCommitted;
        } catch (SQLException | RuntimeException second) {
            failure.addSuppressed(second);
            return false;
        }
    }

    /** The rollback took the beginning of the step back too. */
    private boolean forgetRun() throws SQLException {
        kept = from.statementsDone();
        begin();
        return false;
    }

    private boolean settleUnits() throws SQLException {
        if (ended != null && ended.state() == State.STARTED) {
            markDone(ended);
            kept = ended.last().number();
        }
        if (unit == null) {
            return false;
        }
        Unit last = unit;
        if (last.state() == State.OPEN) {
            return session.journal().entries(step).stream()
                    .anyMatch(entry -> entry.key().equals(last.key()));
        }
        if (last.sent()) {
            markDone(last);
            kept = last.last().number();
        } else {
            session.journal().remove(last.key());
        }
        return false;
    }
}
