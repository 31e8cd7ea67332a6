package dev.migrate.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * A connection by a name of its own: SQLite has no sessions, so that connections are counted here.
 *
 * @param process the process's number
 * @param number which connection of the process it is
 */
record SqliteSession(long process, int number) {

    private static final Map<Connection, SqliteSession> SESSIONS = new WeakHashMap<>();

    static SqliteSession of(Connection connection) throws SQLException {
        Connection own = own(connection);
        synchronized (SESSIONS) {
            return SESSIONS.computeIfAbsent(
                    own, key -> new SqliteSession(ProcessHandle.current().pid(), SESSIONS.size() + 1));
        }
    }

    /** Without what may be wrapped around it, if that lets it go. */
    static Connection own(Connection connection) throws SQLException {
        return connection.isWrapperFor(Connection.class) ? connection.unwrap(Connection.class) : connection;
    }

    @Override
    public String toString() {
        return "process " + process + ", connection " + number;
    }
}
