package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ScratchNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * What a session says of the scratch that it makes: it holds a lock of the scratch's name, which the server frees when the
 * session ends, however it ends; and a table in each database of the scratch says on which server that is. So another run
 * can tell whether anybody is left who could use it.
 *
 * @param options what makes a new database like the one that the session is in
 * @param server where the lock is held; empty where none is to be had, such as on a cluster that refuses them
 */
record ScratchClaim(String options, Optional<String> server) {

    /** Locks are a server's own, also in a cluster whose databases are the same on all. */
    private static final String SERVER = "CONCAT(@@hostname, ':', @@port, ', server ', @@server_id)";

    /** A table that says no collation gets that of its database: it is the same in a scratch as outside. */
    private static final String OPTIONS = "SELECT @@character_set_database, @@collation_database";

    /**
     * Takes the lock.
     *
     * @param statement of the session that is open as long as the scratch is
     * @param prefix what the names of the scratch begin with
     */
    static ScratchClaim take(Statement statement, String prefix) throws SQLException {
        try (ResultSet row = statement.executeQuery(OPTIONS)) {
            row.next();
            String options = " CHARACTER SET " + row.getString(1) + " COLLATE " + row.getString(2);
            return new ScratchClaim(options, lock(statement, prefix));
        }
    }

    /**
     * Takes a lock, if it is free. A proxy may send each query to another server: one query takes the lock and says where.
     *
     * @return the server on which it is held; empty where it is not held
     */
    static Optional<String> lock(Statement statement, String name) {
        try (ResultSet row = statement.executeQuery("SELECT GET_LOCK('" + name + "', 0), " + SERVER)) {
            return row.next() && row.getInt(1) == 1 ? Optional.of(row.getString(2)) : Optional.empty();
        } catch (SQLException refused) {
            return Optional.empty(); // without the lock there is no mark, and without the mark nothing is ever removed
        }
    }

    static void release(Statement statement, String name) throws SQLException {
        statement.execute("DO RELEASE_LOCK('" + name + "')");
    }

    /** What makes a database of the scratch. */
    String creation(String database) {
        return "CREATE DATABASE " + MySqlDialect.quoted(database) + options;
    }

    /** Marks it. */
    void mark(Statement statement, String database) throws SQLException {
        if (server.isPresent()) {
            statement.execute("CREATE TABLE " + MySqlDialect.quoted(database) + "." + ScratchNames.MARKER
                    + " (nothing INT NOT NULL PRIMARY KEY) ENGINE=InnoDB COMMENT="
                    + new MySqlLiterals().of(server.get()));
        }
    }
}
