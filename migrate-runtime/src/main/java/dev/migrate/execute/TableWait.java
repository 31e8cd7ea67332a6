package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * How long a database's schema is waited for where others have locked tables.
 *
 * @param dialect the database
 * @param connection a session on it, which commits each statement
 * @param config no longer than for a lock of migrate's, and than a statement may take
 * @param place what the database is called in messages
 */
record TableWait(Dialect dialect, Connection connection, MigratorConfig config, String place) {

    /**
     * Asks the session something. Afterwards it waits as it did before.
     *
     * @throws MigrateException {@code lock-held}, when that was too long
     */
    <T> T during(Migrator.Question<T> question) throws SQLException {
        List<String> back = dialect.longWork().waitForTables(connection, most());
        T answer;
        try {
            answer = question.ask();
        } catch (SQLException | RuntimeException e) {
            try {
                execute(back);
                if (e instanceof SQLException refusal && dialect.longWork().stoodInTheWay(refusal)) {
                    throw new MigrateException(locked(refusal), refusal);
                }
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
        execute(back);
        return answer;
    }

    private Duration most() {
        Duration lock = config.lockTimeout();
        Duration statement = config.statementTimeout();
        return statement.isZero() || statement.compareTo(lock) > 0 ? lock : statement;
    }

    private Problem locked(SQLException e) throws SQLException {
        List<String> tables = dialect.longWork().lockedTables(connection);
        return Problem.of(
                        ProblemCode.LOCK_HELD,
                        "another session has locked "
                                + (tables.isEmpty() ? "a table" : "table " + String.join(", ", tables))
                                + ", so that the schema cannot be read: " + e.getMessage())
                .at(place)
                .next(LiveRows.ADVICE);
    }

    private void execute(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
