package dev.migrate.dialect.h2;

import dev.migrate.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A row of {@code migrate_lock} that a transaction holds for as long as the lock is taken. H2 frees it when the
 * connection ends, however it ends.
 */
final class H2Lock implements MigrationLock {

    private static final int LOCK_TIMEOUT = 50200;
    private static final int CONCURRENT_UPDATE = 90131;
    private static final int DUPLICATE_KEY = 23505;

    /** As EXECUTION lays it out; whoever comes first creates it. */
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS migrate_lock"
            + " (name VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_lock PRIMARY KEY,"
            + " token VARCHAR(64), beat BIGINT DEFAULT 0 NOT NULL)";

    @Override
    public boolean tryTake(Connection connection, String name) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        } catch (SQLException e) {
            return heldByAnother(e);
        }
        insert(connection, name);
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT name FROM migrate_lock WHERE name = ? FOR UPDATE NOWAIT")) {
            statement.setString(1, name);
            statement.executeQuery();
            show(connection, name);
            return true;
        } catch (SQLException e) {
            connection.rollback();
            return heldByAnother(e);
        }
    }

    /** Only a change makes H2 list the lock, and with it the session. It is never committed. */
    private static void show(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE migrate_lock SET beat = beat + 1 WHERE name = ?")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    private static void insert(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO migrate_lock (name)"
                + " SELECT ? WHERE NOT EXISTS (SELECT 1 FROM migrate_lock WHERE name = ?)")) {
            statement.setString(1, name);
            statement.setString(2, name);
            statement.executeUpdate();
        } catch (SQLException e) {
            if (e.getErrorCode() != DUPLICATE_KEY) { // another one has just put it there
                throw e;
            }
        }
    }

    private static boolean heldByAnother(SQLException e) throws SQLException {
        if (e.getErrorCode() == LOCK_TIMEOUT || e.getErrorCode() == CONCURRENT_UPDATE) {
            return false;
        }
        throw e;
    }

    @Override
    public void release(Connection connection, String name) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public Optional<String> holder(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT s.SESSION_ID, s.USER_NAME, s.CLIENT_ADDR, s.SESSION_START"
                                + " FROM INFORMATION_SCHEMA.LOCKS l JOIN INFORMATION_SCHEMA.SESSIONS s"
                                + " ON s.SESSION_ID = l.SESSION_ID"
                                + " WHERE UPPER(l.TABLE_NAME) = 'MIGRATE_LOCK' AND l.SESSION_ID <> SESSION_ID()");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            String from =
                    Optional.ofNullable(row.getString(3)).map(at -> "@" + at).orElse(", in this process");
            return Optional.of("session " + row.getString(1) + " (" + row.getString(2) + from + ", since "
                    + row.getString(4) + "); end it with CALL ABORT_SESSION(" + row.getString(1) + ")");
        } catch (SQLException e) {
            if (H2Sessions.oneEnded(e, connection)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
