package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock that the operating system keeps on a file beside the database, and frees when the process ends, however it
 * ends. A lock within SQLite would keep the run itself from writing.
 */
final class SqliteLock implements MigrationLock {

    /** What this process holds, by database: the operating system does not keep one process's connections apart. */
    private static final Map<String, LockedDatabase> DATABASES = new HashMap<>();

    @Override
    public boolean tryTake(Connection connection, String name) throws SQLException {
        DatabaseFile file = DatabaseFile.of(connection);
        refusePrivate(file);
        Connection own = SqliteSession.own(connection);
        String words = SqliteSession.of(connection) + ", started "
                + ProcessHandle.current()
                        .info()
                        .startInstant()
                        .map(Object::toString)
                        .orElse("at an unknown time")
                + "; it holds the lock until it ends";
        synchronized (DATABASES) {
            return database(file).tryTake(name, own, words);
        }
    }

    private static void refusePrivate(DatabaseFile file) {
        if (file.isPrivate()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_URL,
                            "the database is in memory and belongs to one connection alone, but a run needs two")
                    .at("migrate.url")
                    .next("name a file, or a database in memory that connections share:"
                            + " jdbc:sqlite:file:<name>?mode=memory&cache=shared"));
        }
    }

    private static LockedDatabase database(DatabaseFile file) {
        return DATABASES.computeIfAbsent(
                file.path().map(Object::toString).orElse(file.url()),
                key -> new LockedDatabase(file.path().map(LockFile::beside)));
    }

    /** Asks the database nothing: its connection may be broken. */
    @Override
    public void release(Connection connection, String name) throws SQLException {
        Connection own = SqliteSession.own(connection);
        synchronized (DATABASES) {
            for (LockedDatabase database : DATABASES.values()) {
                database.release(name, own);
            }
        }
    }

    @Override
    public Optional<String> holder(Connection connection, String name) throws SQLException {
        DatabaseFile file = DatabaseFile.of(connection);
        synchronized (DATABASES) {
            return database(file).holder(name);
        }
    }
}
