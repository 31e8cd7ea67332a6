package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Where scratches are made.
 *
 * @param database opens a session on the database that is looked at
 * @param others opens databases in memory
 */
record Scratches(Session database, OtherDatabases others) implements ScratchSource {

    /** No database is looked at: there is a scratch only where that is in memory, and is all there is to look at. */
    static Scratches inMemory(Dialect dialect, OtherDatabases others) {
        Scratches none = new Scratches(
                () -> {
                    throw new SQLException("no database is connected to");
                },
                others);
        return new Scratches(
                () -> dialect.scratch(none, ScratchNames.random(), List.of()).connection(), others);
    }

    /** Opens a session. */
    @FunctionalInterface
    interface Session {
        Connection open() throws SQLException;
    }

    @Override
    public Connection connect() throws SQLException {
        return database.open();
    }

    @Override
    public Connection connect(String url) throws SQLException {
        return others.connect(url);
    }
}
