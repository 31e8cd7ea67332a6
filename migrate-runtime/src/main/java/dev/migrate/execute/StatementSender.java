package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.execute.Answers.OtherAnswer;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.VerifyAnswer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Sends statements to the database, runs code, and asks questions. Keeps no books. */
final class StatementSender {

    /** Code in a migration threw what this holds as its cause. */
    static final class CodeFailure extends Exception {
        private static final long serialVersionUID = 1L;

        CodeFailure(Throwable cause) {
            super(String.valueOf(cause), cause);
        }
    }

    private final Connection connection;
    private final Dialect dialect;
    private final int timeoutSeconds;
    private final RunListener listener;

    StatementSender(Connection connection, Dialect dialect, MigratorConfig config) {
        this.connection = connection;
        this.dialect = dialect;
        timeoutSeconds = seconds(config.statementTimeout());
        listener = config.listener();
    }

    /** JDBC counts whole seconds, and takes zero for no limit. */
    static int seconds(Duration timeout) {
        return (int)
                Math.min(Integer.MAX_VALUE, timeout.plusSeconds(1).minusNanos(1).toSeconds());
    }

    void send(StepStatement statement) throws SQLException, CodeFailure, OtherAnswer {
        if (statement.operation() instanceof RunCode code) {
            run(code);
        } else if (statement.operation() instanceof VerifyAnswer question) {
            verify(question, statement.text());
        } else if (statement.runsOutside()) {
            outside(() -> execute(statement.sql().orElseThrow()));
        } else {
            execute(statement.sql().orElseThrow());
        }
    }

    /** Takes away what an earlier attempt at a statement outside transactions has left. No transaction is open. */
    void clearAway(StepStatement statement) throws SQLException {
        outside(() -> {
            for (SqlStatement clearing : dialect.leftBehind(connection, statement.operation())) {
                execute(clearing);
            }
        });
    }

    private interface Sending {
        void run() throws SQLException;
    }

    private void outside(Sending sending) throws SQLException {
        connection.setAutoCommit(true);
        try {
            sending.run();
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(false);
            }
        }
    }

    void execute(SqlStatement statement) throws SQLException {
        if (statement.arguments().isEmpty()) {
            try (Statement plain = connection.createStatement()) {
                plain.setEscapeProcessing(false);
                limit(plain);
                plain.execute(statement.sql());
            }
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            limit(prepared);
            for (int i = 0; i < statement.arguments().size(); i++) {
                dialect.bind(prepared, i + 1, statement.arguments().get(i));
            }
            prepared.execute();
        }
    }

    private void limit(Statement statement) throws SQLException {
        if (timeoutSeconds > 0) {
            statement.setQueryTimeout(timeoutSeconds);
        }
    }

    private void verify(VerifyAnswer question, String query) throws SQLException, OtherAnswer {
        Object answer = Answers.ask(connection, query, timeoutSeconds);
        if (!Answers.matches(question.expected(), answer)) {
            throw new OtherAnswer("\"" + question.what() + "\" is not true: expected " + question.expected()
                    + ", but the answer is " + (answer == null ? "NULL" : answer));
        }
    }

    private void run(RunCode code) throws CodeFailure {
        boolean refuseCommitting = dialect.ddlCommits() && code.assurance().equals(Assurance.NONE);
        Connection guarded = GuardedConnection.of(connection, refuseCommitting);
        try {
            code.task().run(new RunCode.Session() {
                @Override
                public Connection connection() {
                    return guarded;
                }

                @Override
                public void progress(String message) {
                    listener.on(new RunEvent.Progress(message));
                }
            });
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new CodeFailure(e);
        }
    }
}
