package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a run tells while it is under way. */
public sealed interface RunEvent {

    /**
     * The database was reached and recognised.
     *
     * @param database which one it is
     */
    record Connected(DatabaseInfo database) implements RunEvent {
        public Connected {
            requireNonNull(database, "database");
        }
    }

    /**
     * Another run holds the lock. Told at once, then every few seconds.
     *
     * @param waited how long the wait has lasted
     * @param limit how long it may last
     * @param holder who holds it, in words; empty where the database cannot tell
     */
    record WaitingForLock(Duration waited, Duration limit, Optional<String> holder) implements RunEvent {
        public WaitingForLock {
            requireNonNull(waited, "waited");
            requireNonNull(limit, "limit");
            requireNonNull(holder, "holder");
        }
    }

    /**
     * It is known what will be done; nothing of it was done yet.
     *
     * @param steps the steps, in order; not empty
     */
    record Planned(List<StepInfo> steps) implements RunEvent {
        public Planned {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step begins, or goes on where an earlier run stopped.
     *
     * @param step the step
     * @param number its place in the run, from 1
     * @param of how many steps the run has
     * @param resumed whether an earlier run did a part of it
     */
    record StepStarted(StepInfo step, int number, int of, boolean resumed) implements RunEvent {
        public StepStarted {
            requireNonNull(step, "step");
        }
    }

    /**
     * A statement is about to be sent.
     *
     * @param step the step it belongs to
     * @param number its place in the step, from 1
     * @param of how many statements the step has, as far as is known by now
     * @param text the SQL, or what code or question it is
     */
    record StatementStarted(StepInfo step, int number, int of, String text) implements RunEvent {
        public StatementStarted {
            requireNonNull(step, "step");
            requireNonNull(text, "text");
        }
    }

    /**
     * Something was found out by looking at the database when an operation's turn came.
     *
     * @param step the step it belongs to
     * @param operation the operation in a few words
     * @param outcome what was found out: why it is left out, or what was decided
     */
    record Decided(StepInfo step, String operation, String outcome) implements RunEvent {
        public Decided {
            requireNonNull(step, "step");
            requireNonNull(operation, "operation");
            requireNonNull(outcome, "outcome");
        }
    }

    /**
     * A step is complete and stands in the version table.
     *
     * @param step the step
     * @param millis how long it took
     * @param statements how many statements were sent
     */
    record StepFinished(StepInfo step, long millis, int statements) implements RunEvent {
        public StepFinished {
            requireNonNull(step, "step");
        }
    }

    /**
     * Code in a migration tells how far it has come.
     *
     * @param message what it said
     */
    record Progress(String message) implements RunEvent {
        public Progress {
            requireNonNull(message, "message");
        }
    }

    /**
     * A backfill tells how far it has come: every few seconds, while it waits, and at its end.
     *
     * @param step the step it belongs to
     * @param table the table
     * @param passed how many rows were walked through, those of earlier runs included
     * @param total about how many rows there are; empty where nobody knows
     * @param changed how many rows were changed
     * @param perSecond how many rows this run walks through in a second
     * @param left how long it will take at that rate; empty where nobody knows
     * @param waiting what it waits for; empty when it does not
     */
    record Backfilling(
            StepInfo step,
            String table,
            long passed,
            OptionalLong total,
            long changed,
            long perSecond,
            Optional<Duration> left,
            Optional<String> waiting)
            implements RunEvent {
        public Backfilling {
            requireNonNull(step, "step");
            requireNonNull(table, "table");
            requireNonNull(total, "total");
            requireNonNull(left, "left");
            requireNonNull(waiting, "waiting");
        }
    }

    /**
     * Something to look at that does not stop the run.
     *
     * @param problem what it is
     */
    record Warning(Problem problem) implements RunEvent {
        public Warning {
            requireNonNull(problem, "problem");
        }
    }
}
