package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;

/** H2's own list of its sessions, which fails where one of them ends while it is made (seen with 2.3 and 2.4). */
final class H2Sessions {

    private static final int DATABASE_CLOSED = 90098;
    private static final int GENERAL_ERROR = 50000;
    private static final int ATTEMPTS = 20;

    private H2Sessions() {}

    /** Whether that is why the list could not be read: the same may be asked again. */
    static boolean oneEnded(SQLException e, Connection connection) throws SQLException {
        return (e.getErrorCode() == DATABASE_CLOSED || e.getErrorCode() == GENERAL_ERROR) && connection.isValid(0);
    }

    /** When the oldest session began: no two databases of one name have that in common. */
    static String oldest(Connection connection) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return H2Dialect.one(
                        connection, "SELECT DATABASE() || ', ' || MIN(SESSION_START) FROM INFORMATION_SCHEMA.SESSIONS");
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !oneEnded(e, connection)) {
                    throw e;
                }
            }
        }
    }
}
