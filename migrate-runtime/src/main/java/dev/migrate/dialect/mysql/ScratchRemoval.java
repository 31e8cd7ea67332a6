package dev.migrate.dialect.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Removes databases of a scratch, also while sessions of the run are in the middle of something there: the server would let
 * it wait until their transactions end.
 */
final class ScratchRemoval {

    /** {@code ER_NO_SUCH_THREAD} */
    private static final int GONE_ALREADY = 1094;

    private final Set<String> own = ConcurrentHashMap.newKeySet();

    /** A session of the run works in the scratch from now on. */
    void expect(Statement statement) throws SQLException {
        own.addAll(column(statement, "SELECT CONNECTION_ID()"));
    }

    /**
     * @param statement of a session that is not one of them, or of the only one
     * @param databases what is removed: names that nobody else has
     */
    void of(Collection<String> databases, Statement statement) throws SQLException {
        for (String database : databases) {
            endSessions(database, statement);
        }
        for (String database : databases) {
            drop(database, statement);
        }
    }

    static void drop(String database, Statement statement) throws SQLException {
        statement.execute("DROP DATABASE IF EXISTS " + MySqlDialect.quoted(database));
    }

    /**
     * Both have to be known of a session: that it is in there, and that it is one's own. A server that was started anew
     * counts from one again, and a proxy may count otherwise than the server.
     */
    private void endSessions(String database, Statement statement) throws SQLException {
        List<String> there = column(
                statement,
                "SELECT ID FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID() AND DB = '" + database
                        + "'");
        there.retainAll(own);
        for (String session : there) {
            try {
                statement.execute("KILL " + session);
            } catch (SQLException e) {
                if (e.getErrorCode() != GONE_ALREADY) {
                    throw e;
                }
            }
        }
    }

    /** The values of a query of one column. */
    static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
