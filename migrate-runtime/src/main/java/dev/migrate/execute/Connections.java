package dev.migrate.execute;

import dev.migrate.dialect.Dialects;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Opens connections, and says in words why that does not work. */
final class Connections {

    private Connections() {}

    /**
     * Opens a first connection. A database that another process has for itself alone is waited for, like a lock.
     *
     * @throws MigrateException {@code lock-held}, when it was waited for in vain
     */
    static Connection openWhenFree(Target target) throws SQLException {
        LockWait wait = new LockWait(target.config());
        while (true) {
            try {
                return open(target.dataSource(), "");
            } catch (MigrateException e) {
                String words = Dialects.openElsewhere(e).orElseThrow(() -> e);
                wait.pause(() -> Optional.of("another process, which has the database open: " + words));
            }
        }
    }

    /**
     * Opens a connection.
     *
     * @param hint what to look at besides, where none can be had
     */
    static Connection open(DataSource dataSource, String hint) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new MigrateException(problem(e, hint), e);
        } catch (MigrateException e) {
            throw e;
        } catch (RuntimeException e) { // drivers throw what they stumble over while they read a url
            throw new MigrateException(
                    Problem.of(ProblemCode.BAD_URL, "the driver stumbled while it opened a connection: " + e)
                            .next("check the url: a host, port or name in it may be missing"),
                    e);
        }
    }

    /** A pool wraps what the driver said; the driver's words are the ones to read. */
    private static Problem problem(SQLException e, String hint) {
        SQLException reason = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException inner) {
                reason = inner;
            }
        }
        Optional<Problem> refusal = Dialects.refusal(reason);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String state = reason.getSQLState() == null ? "" : reason.getSQLState();
        return state.startsWith("28")
                ? Problem.of(ProblemCode.ACCESS_DENIED, "the database refuses the account: " + reason.getMessage())
                        .next("check user and password, and from where the account may connect")
                : Problem.of(ProblemCode.CANNOT_CONNECT, "no connection to the database: " + reason.getMessage())
                        .next("check the url, and that the server runs and can be reached from here" + hint);
    }
}
