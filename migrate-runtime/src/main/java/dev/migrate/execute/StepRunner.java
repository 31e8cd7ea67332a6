package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.execute.Answers.OtherAnswer;
import dev.migrate.execute.RunResult.StepResult;
import dev.migrate.execute.StatementSender.CodeFailure;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.Decide;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.RunScript;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.plan.PlannedStep;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs one step. A statement that commits by itself is a unit of its own: the journal says {@code started}, committed,
 * before it is sent. What can share a transaction is one unit: the journal's {@code open} and {@code done} are part of
 * that transaction.
 */
final class StepRunner {

    private final WorkSession session;
    private final MigratorConfig config;
    private final StepInfo info;
    private final RunProblems problems;
    private final Resumption from;
    private final StepBooks books;
    private final StepScript script;
    private final StatementSender sender;
    private final boolean ddlCommits;
    private final boolean rowsKept;

    private Optional<LockedTables> locked = Optional.empty();
    private boolean alone;
    private boolean sending;
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
        this.info = info;
        this.problems = problems;
        this.from = from;
        Dialect dialect = session.dialect();
        ddlCommits = dialect.ddlCommits();
        rowsKept = planned.operations().stream().allMatch(RowsKept::by);
        books = new StepBooks(session, planned, step, from, isWholeRun());
        script = new StepScript(
                info.revision(),
                planned.operations(),
                dialect,
                new LiveSurroundings(dialect, session.connection()),
                known);
        sender = new StatementSender(session.connection(), dialect, config);
    }

    private boolean isWholeRun() {
        return config.transactionMode() == TransactionMode.ALL;
    }

    /** Runs the step to its end. */
    StepResult run() throws SQLException {
        long began = config.clock().millis();
        script.goOnAt(from);
        script.prepare();
        if (script.hasLooked() && !isWholeRun()) {
            session.commit(); // what was read must not be the view of the database in which the step writes
        }
        books.beginStep();
        StepStatement statement = null;
        try {
            setSessionAgain();
            for (Optional<StepStatement> next = script.next(); next.isPresent(); next = script.next()) {
                statement = next.get();
                execute(statement);
            }
            requireReferencesKept();
            long millis = config.clock().millis() - began;
            books.endStep(millis, statements());
            if (session.toBaselineIfTouched() && !isWholeRun()) {
                session.commit();
            }
            return new StepResult(info, sent, millis);
        } catch (SQLException | CodeFailure | OtherAnswer e) {
            throw stopped(e, statement, config.clock().millis() - began);
        } catch (RuntimeException e) {
            if (!sending) { // else nobody knows what became of the statement
                stop(e, String.valueOf(e.getMessage()), config.clock().millis() - began);
            }
            throw e;
        } finally {
            script.close();
        }
    }

    private void requireReferencesKept() throws SQLException {
        List<String> broken = sent == 0 ? List.of() : session.newlyBroken(rowsKept);
        if (!broken.isEmpty()) {
            throw problems.brokenReferences(broken);
        }
    }

    private int statements() {
        return from.statementsDone() + sent;
    }

    /** What is known of tables after the step. */
    SchemaModel model() {
        return script.model();
    }

    private void execute(StepStatement statement) throws SQLException, CodeFailure, OtherAnswer {
        if (statement.decided().isPresent()) {
            config.listener()
                    .on(new RunEvent.Decided(
                            info,
                            statement.within().describe(),
                            statement.decided().get()));
        }
        if (statement.isLeftOut()) {
            books.leftOut(statement);
            return;
        }
        if (locked.isPresent()) {
            alone = false;
        } else {
            alone = (statement.inGroup() && !statement.isFirst()) ? alone : mayKeepRows(statement);
            openBooks(statement);
            locked = statement.locked().map(LockedTables::new);
        }
        config.listener().on(new RunEvent.StatementStarted(info, statement.number(), script.total(), statement.text()));
        locked.ifPresent(tables -> tables.sending(statement));
        send(statement);
        sent++;
        books.sent(statement);
        locked = locked.filter(tables -> !tables.isOver());
        boolean endsAsAWhole = statement.operation() instanceof RunScript || statement.inGroup();
        if (ddlCommits && endsAsAWhole && statement.endsItsOperation()) {
            books.endUnit();
        }
        boolean open = statement.inGroup() && !statement.endsItsOperation();
        if (alone && locked.isEmpty() && !open) {
            books.endUnit();
            books.commit();
        }
        boolean endsUnit = locked.isEmpty() && !open && (ddlCommits || statement.endsItsOperation());
        if (config.transactionMode() == TransactionMode.NONE && endsUnit) {
            books.endUnit();
            books.commit();
        }
    }

    private void send(StepStatement statement) throws SQLException, CodeFailure, OtherAnswer {
        if (statement.runsOutside()) {
            session.rest();
        }
        sending = true;
        if (statement.operation() instanceof Backfill backfill) {
            try {
                new BackfillRun(session, config, info, backfill, books.unitKey()).run();
            } catch (RuntimeException e) {
                // What is in the database it has written down itself, unless another session keeps the books by now.
                sending = isAnothers(e);
                throw e;
            }
        } else {
            sender.send(statement);
        }
        sending = false;
    }

    private static boolean isAnothers(RuntimeException e) {
        return e instanceof MigrateException stopped && stopped.problem().code() == ProblemCode.CONCURRENT_CHANGE;
    }

    /** What earlier statements of a script set in their session, which is gone. */
    private void setSessionAgain() throws SQLException {
        for (SqlStatement setting : script.session()) {
            session.touch();
            sender.execute(setting);
        }
    }

    /** A script has units of its own where definitions commit: what its author says about it is about those. */
    private void openBooks(StepStatement statement) throws SQLException {
        boolean question = statement.operation() instanceof VerifyAnswer;
        boolean beginsAsAWhole = statement.operation() instanceof RunScript || statement.inGroup();
        if (ddlCommits && beginsAsAWhole && statement.isFirst()) {
            books.endUnit();
        }
        if (statement.within() instanceof Decide || mayChangeTheSession(statement.operation())) {
            session.touch();
        }
        if (statement.inGroup() && !statement.isFirst() && books.hasUnit()) {
            if (!question && (ddlCommits || isOfAPerson(statement))) {
                books.writeUnit();
            }
            return;
        }
        if (alone || (!question && !sharesTransaction(statement))) {
            if (statement.runsOutside()) {
                books.endUnit();
                books.commit();
                sender.clearAway(statement);
            }
            Optional<UnitKey> underWay = from.underWay().filter(begun -> begun.ordinal() == statement.ordinal());
            if (underWay.isPresent()) {
                books.goOnWith(underWay.get(), statement);
            } else {
                books.beginUnit(statement);
            }
            books.commit();
            return;
        }
        if (!books.hasOpenUnit()) {
            books.endUnit();
            books.commit();
            if (!question) {
                books.openUnit(statement);
            }
        }
        if (!question && (ddlCommits || isOfAPerson(statement))) {
            books.writeUnit();
        }
    }

    /**
     * Whether a statement writes rows that no rollback takes back: it is a unit of its own, and the journal knows of it
     * before it is sent.
     */
    private boolean mayKeepRows(StepStatement statement) throws SQLException {
        if (!ddlCommits || statement.operation() instanceof VerifyAnswer) {
            return false;
        }
        if (!canShareTransaction(statement)) {
            session.definitionsChanged();
            return false;
        }
        if (statement.inGroup()) {
            return session.mayKeepRows(Set.of()); // of its other statements nobody knows yet
        }
        return session.mayKeepRows(statement.operation().tables());
    }

    /** SQL or code into which nobody looked: it may commit the transaction it is in. */
    private static boolean isOfAPerson(StepStatement statement) {
        return statement.sql().map(sql -> sql.kind() == SqlStatement.Kind.RAW).orElse(true);
    }

    private static boolean mayChangeTheSession(Operation operation) {
        return operation instanceof RunCode
                || operation instanceof RunScript
                || (operation instanceof ExecuteSql sql && !sql.changesRowsOnly());
    }

    private boolean sharesTransaction(StepStatement statement) {
        boolean shares = canShareTransaction(statement);
        if (!shares && isWholeRun()) {
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
        if (statement.inGroup()) {
            return true;
        }
        if (statement.operation() instanceof RunCode code) {
            return !ddlCommits || code.assurance().equals(Assurance.NONE);
        }
        SqlStatement.Kind kind = statement.sql().orElseThrow().kind();
        return switch (kind) {
            case DATA -> true;
            case DDL -> !ddlCommits;
            case RAW -> !ddlCommits || (statement.operation() instanceof ExecuteSql sql && sql.changesRowsOnly());
            case OUTSIDE -> false;
        };
    }

    /** Only a server that still answers has said what became of a statement. */
    private MigrateException stopped(Exception e, @Nullable StepStatement statement, long millis) throws SQLException {
        if (!sending && e instanceof SQLException own) {
            MigrateException problem = RunProblems.own(own, session.dialect());
            stop(problem, problem.problem().what(), millis);
            return problem;
        }
        StepStatement refused = Objects.requireNonNull(statement);
        if (!session.answers()) {
            boolean inTransaction = !books.hasStartedUnit() || refused.operation() instanceof Backfill;
            return problems.lost(String.valueOf(e.getMessage()), refused, script.total(), inTransaction, e);
        }
        Failure failure = Failure.of(e, session.dialect());
        boolean halfCommitted = stop(e, "statement " + refused.number() + failure.what(), millis);
        if (refused.runsOutside()) {
            clearAway(e, refused);
        }
        return halfCommitted
                ? problems.halfCommitted(failure, refused, script.total(), books.kept())
                : problems.stopped(failure, refused, script.total(), books.kept());
    }

    /** What fails while doing so joins the failure; the next attempt tries it again. */
    private void clearAway(Exception failure, StepStatement refused) {
        try {
            sender.clearAway(refused);
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    /** Puts the books in order. What fails while doing so joins the failure that is on its way. */
    private boolean stop(Exception failure, String error, long millis) {
        try {
            if (locked.isPresent()) {
                session.rollback();
                sender.execute(locked.get().release());
            }
            return books.stop(
                    millis,
                    statements(),
                    error,
                    locked.isPresent(),
                    locked.filter(LockedTables::mayHaveCommittedRows).isPresent());
        } catch (SQLException | RuntimeException second) {
            failure.addSuppressed(second);
            return false;
        }
    }
}
