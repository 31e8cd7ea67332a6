package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.execute.JournalEntry.State;
import dev.migrate.graph.Direction;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.RunScript;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** What stops a step, in words: which statement, what is in the database by now, and the next command. */
final class RunProblems {

    private static final int MOST_LINES = 10;

    private final StepInfo step;
    private final String product;
    private final boolean ddlCommits;
    private final boolean wholeRun;
    private final String command;

    /**
     * Words for one step.
     *
     * @param product the database's name
     * @param ddlCommits whether a change of definitions commits by itself there
     * @param wholeRun whether the run is one transaction
     * @param to the target of the run, as it was given
     */
    RunProblems(StepInfo step, String product, boolean ddlCommits, boolean wholeRun, String to) {
        this.step = step;
        this.product = product;
        this.ddlCommits = ddlCommits;
        this.wholeRun = wholeRun;
        command = command(step.upgrade() ? Direction.UP : Direction.DOWN, to);
    }

    /** What to type to do the same again. */
    static String command(Direction direction, String to) {
        if (direction == Direction.DOWN) {
            return "mvn migrate:downgrade -Dto=" + to;
        }
        return to.equals("head") ? "mvn migrate:upgrade" : "mvn migrate:upgrade -Dto=" + to;
    }

    /**
     * What stopped a statement.
     *
     * @param total how many statements the step has
     * @param kept how many of its statements are in the database
     */
    MigrateException stopped(Failure failure, StepStatement statement, int total, int kept) {
        return new MigrateException(
                Problem.of(failure.code(), "Statement " + statement.number() + " of " + total + failure.what())
                        .at(place(statement.text()))
                        .next(failure.advice().map(advice -> advice + "\n").orElse("") + whatIsThere(kept, statement)),
                failure.cause());
    }

    /** Rows that refer to nothing at the end of a step, on a database that does not watch over that meanwhile. */
    MigrateException brokenReferences(List<String> broken) {
        int more = broken.size() - MOST_LINES;
        return new MigrateException(Problem.of(
                        ProblemCode.BROKEN_REFERENCES,
                        "the migration would leave rows that refer to nothing:\n"
                                + broken.stream().limit(MOST_LINES).collect(Collectors.joining("\n"))
                                + (more > 0 ? "\nand " + more + " more" : ""))
                .at("revision " + step.revision())
                .next("let the migration delete or change these rows too: " + product
                        + " does not do it while migrations run; then run: " + command));
    }

    /** What stopped a statement of a transaction that something in it had committed. */
    MigrateException halfCommitted(Failure failure, StepStatement statement, int total, int kept) {
        int first = kept + 1;
        return new MigrateException(
                Problem.of(
                                failure.code(),
                                "Statement " + statement.number() + " of " + total + failure.what()
                                        + "\nSomething in its transaction, which began with statement " + first
                                        + ", commits by itself or cannot be taken back (tables without transactions,"
                                        + " such as MyISAM): some of it is in the database.")
                        .at(place(statement.text()))
                        .next("look what is there, put it right, then run: " + command
                                + "\nit stops and asks about statement " + first),
                failure.cause());
    }

    /** A script that locks tables and never gives them free, so that no book can be kept after it. */
    static MigrateException neverUnlocked(String script, int statement) {
        return new MigrateException(Problem.of(
                        ProblemCode.BAD_SCRIPT,
                        "statement " + statement + " of the script locks tables, and no later one gives them free")
                .at(script)
                .next("end it with UNLOCK TABLES"));
    }

    /** A script cannot go on, since what it kept in its session went with the session. */
    static MigrateException lostState(String statement) {
        return new MigrateException(Problem.of(
                        ProblemCode.IN_DOUBT,
                        "An earlier run was cut off after a statement that kept something in its session;"
                                + " that is gone, and the statements after it may need it.")
                .at(statement)
                .next("undo by hand what the revision did, or do the rest of it by hand, then write where the database"
                        + " stands: mvn migrate:stamp -Dto=<revision>"));
    }

    /** A transaction that something else than the run has ended. */
    static MigrateException rolledBack(String revision) {
        return new MigrateException(Problem.of(
                        ProblemCode.STATEMENT_FAILED,
                        "something in the migration has rolled back the transaction of the run, and what came before it"
                                + " is not in the database")
                .at("revision " + revision)
                .next("take out of the migration what did that, then run the same again"));
    }

    /** A statement that no migration asked for. */
    static MigrateException own(SQLException e, Dialect dialect) {
        return new MigrateException(
                Problem.of(dialect.classify(e), "the database refuses a statement of migrate's own: " + e.getMessage())
                        .next("look into the cause, then run the same again: it goes on where it stopped"),
                e);
    }

    /** What stopped a statement whose connection broke, so that the server's answer is not known. */
    MigrateException lost(String message, StepStatement statement, int total, boolean inTransaction, Throwable cause) {
        String effect = inTransaction ? "the server rolls its transaction back" : "whether it took effect is not known";
        return new MigrateException(
                Problem.of(
                                ProblemCode.STATEMENT_FAILED,
                                "Statement " + statement.number() + " of " + total + " ended with a broken connection ("
                                        + effect + "): " + message)
                        .at(place(statement.text()))
                        .next(
                                "when the server answers again, run: " + command
                                        + (inTransaction
                                                ? "\nit continues where the last complete transaction ended"
                                                : "\nit stops and shows this statement, so that you can look what became of it")),
                cause);
    }

    /** A statement of an earlier run of which nobody knows what became of it. */
    MigrateException inDoubt(JournalEntry entry, StatementId id) {
        String what = entry.state() == State.STARTED
                ? "An earlier run was cut off while statement "
                        + entry.decisions().number()
                        + " was under way: it may have taken effect or not, and its session may still be at work."
                : "An earlier run was cut off after something in the transaction that began with statement "
                        + entry.decisions().number()
                        + " had committed it half-way: nobody can tell how far it came.";
        return new MigrateException(Problem.of(
                        ProblemCode.IN_DOUBT,
                        what + "\nsession " + entry.identity().session() + " of server "
                                + entry.identity().server())
                .at(place(entry.text()))
                .next("make sure that this session has ended, look whether the effect is there, then say which:\n"
                        + "it is there:     " + command + " -Dmigrate.resume=" + id + "=done\n"
                        + "it is not there: " + command + " -Dmigrate.resume=" + id + "=retry"));
    }

    /** A half-done migration whose done part is no longer the same. */
    MigrateException changedSince(int operation, int operations, int kept, Direction direction) {
        String finish = direction == Direction.UP
                ? step.revision()
                : step.downRevisions().isEmpty() ? "base" : String.join(",", step.downRevisions());
        String undo = direction == Direction.UP
                ? step.downRevisions().isEmpty() ? "base" : String.join(",", step.downRevisions())
                : step.revision();
        return new MigrateException(Problem.of(
                        ProblemCode.CHANGED_SINCE,
                        "An earlier run left revision " + step.revision() + " half done, and operation " + operation
                                + " of " + operations + ", which it had done, is no longer the same in the migration.")
                .at("revision " + step.revision())
                .next("restore the done operations as they were, then run: " + command + "\nor finish the rest by hand,"
                        + " then run: mvn migrate:stamp -Dto=" + finish + "\nor undo "
                        + (kept == 1 ? "statement 1" : "statements 1 to " + kept)
                        + " by hand, then run: mvn migrate:stamp -Dto=" + undo));
    }

    private String place(String text) {
        return "revision " + step.revision() + (step.upgrade() ? "" : ", downgrade") + ": " + text;
    }

    private String whatIsThere(int kept, StepStatement refused) {
        if (kept == 0) {
            return "nothing of this " + (wholeRun ? "run" : "revision")
                    + " is in the database; correct the migration or what stands in its way, then" + " run: " + command;
        }
        String there = kept == 1 ? "statement 1 is" : "statements 1 to " + kept + " are";
        return there + " in the database" + (ddlCommits ? " (" + product + " commits each DDL statement)" : "")
                + "; " + whatToCorrect(kept, refused) + ", then run: " + command
                + "\nit continues at statement " + (kept + 1);
    }

    /** An operation of which a part is done cannot be changed any more: nobody could tell what of it is there. */
    private static String whatToCorrect(int kept, StepStatement refused) {
        if (refused.operation() instanceof Backfill) {
            return "the batches before it are in the database too, and the backfill has to stay as it is: put right what"
                    + " stands in its way";
        }
        int first = refused.number() - refused.sub() + 1;
        if (first <= kept && refused.operation() instanceof RunScript script) {
            return "what of " + script.path()
                    + " is in the database has to stay as it is, the rest of it may be corrected:"
                    + " correct it or what stands in its way";
        }
        return first <= kept
                ? (first == kept ? "statement " + kept + " belongs" : "statements " + first + " to " + kept + " belong")
                        + " to \"" + refused.within().describe()
                        + "\", which has to stay as it is: put right what stands in its way"
                : "correct the rest of the migration or what stands in its way";
    }
}
