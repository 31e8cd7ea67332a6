package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.PresentRows;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows of a database. It is asked about few tables: those with a column that must not be null from now on. */
record LiveRows(Connection connection, Dialect dialect, MigratorConfig config) implements PresentRows {

    /** What to do about a table that another session has locked. */
    static final String ADVICE = "wait until that is done, or end it, then the same again; how long to wait say"
            + " migrate.lockTimeout and migrate.statementTimeout. Nothing has been changed";

    @Override
    public boolean in(TableName table) {
        return isThere(table, "");
    }

    @Override
    public boolean without(TableName table, String column) {
        return isThere(table, " WHERE " + dialect.sqlName(column) + " IS NULL");
    }

    private boolean isThere(TableName table, String condition) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(StatementSender.seconds(config.statementTimeout()));
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM " + dialect.sqlName(table) + condition + " LIMIT 1")) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new MigrateException(
                    dialect.longWork().stoodInTheWay(e) ? locked(table, e) : unanswered(table, e), e);
        }
    }

    private static Problem locked(TableName table, SQLException e) {
        return Problem.of(
                        ProblemCode.LOCK_HELD,
                        "another session has locked table " + table
                                + ", so that nobody can tell whether it has rows in the way of what the model wants: "
                                + e.getMessage())
                .next(ADVICE);
    }

    private static Problem unanswered(TableName table, SQLException e) {
        return Problem.of(
                        ProblemCode.STATEMENT_FAILED,
                        "the database does not tell whether table " + table
                                + " has rows in the way of what the model wants: " + e.getMessage())
                .next(
                        "where that took too long, another session may keep the table locked, or no index helps to look: wait"
                                + " for it, or give it longer with migrate.statementTimeout, then the same again. Nothing has been"
                                + " changed");
    }
}
