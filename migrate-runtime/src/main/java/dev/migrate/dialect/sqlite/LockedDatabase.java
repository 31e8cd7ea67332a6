package dev.migrate.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The locks of one database that this process holds, each for a connection and until that is closed. Not safe for several
 * threads at a time.
 */
final class LockedDatabase {

    /** Where other processes see it; empty for a database in memory, which they do not see. */
    private final Optional<LockFile> file;

    private final Map<String, Holder> holders = new HashMap<>();

    private record Holder(Connection connection, String words) {}

    LockedDatabase(Optional<LockFile> file) {
        this.file = file;
    }

    boolean tryTake(String name, Connection connection, String words) throws SQLException {
        forgetClosed();
        if (holders.containsKey(name) || (file.isPresent() && !file.get().tryTake(name, words))) {
            return false;
        }
        holders.put(name, new Holder(connection, words));
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // this very connection
    void release(String name, Connection connection) {
        Holder holder = holders.get(name);
        if (holder != null && holder.connection == connection) {
            free(name);
        }
    }

    Optional<String> holder(String name) throws SQLException {
        forgetClosed();
        Holder holder = holders.get(name);
        if (holder != null) {
            return Optional.of(holder.words);
        }
        return file.isPresent() ? file.get().holder(name) : Optional.empty();
    }

    private void forgetClosed() throws SQLException {
        List<String> closed = new ArrayList<>();
        for (Map.Entry<String, Holder> held : holders.entrySet()) {
            if (held.getValue().connection.isClosed()) {
                closed.add(held.getKey());
            }
        }
        closed.forEach(this::free);
    }

    private void free(String name) {
        holders.remove(name);
        file.ifPresent(locked -> locked.release(name));
    }
}
