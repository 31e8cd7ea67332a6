package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scratch database of a random name, beside the real one on its server. */
public abstract class DatabaseBeside implements ScratchDatabase {

    private final Sessions sessions;
    private final String realUrl;
    private final String name;
    private final ExitRemoval exit;
    private Optional<Connection> owner = Optional.empty();

    /**
     * Not yet there.
     *
     * @param sessions opens sessions for the account that makes it
     * @param realUrl the URL of the real database
     * @param name its name
     */
    protected DatabaseBeside(Sessions sessions, String realUrl, String name) {
        this.sessions = requireNonNull(sessions, "sessions");
        this.realUrl = requireNonNull(realUrl, "realUrl");
        this.name = requireNonNull(name, "name");
        exit = new ExitRemoval(sessions, why -> ScratchLeftovers.stays(describe(), "DROP DATABASE " + name, why));
    }

    /**
     * What it is called.
     *
     * @return a name of lower-case letters, digits and underscores
     */
    protected final String name() {
        return name;
    }

    @Override
    public final String describe() {
        return "database " + name;
    }

    /**
     * Makes it.
     *
     * @throws SQLException when the server refuses: then there is none
     */
    protected final void make() throws SQLException {
        try {
            exit.make(() -> owner = Optional.of(created()), this::drop);
        } catch (SQLException | RuntimeException e) {
            try {
                close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /**
     * Makes it, with a mark by which other runs know a scratch.
     *
     * @return a session that is open as long as somebody uses it: by that other runs know, too
     * @throws SQLException when the server refuses
     */
    protected abstract Connection created() throws SQLException;

    /**
     * Removes it where it is, and does nothing elsewhere. Sessions of one's own that are still in it are not in the way.
     *
     * @param statement of a session in the real database, which ends afterwards
     * @throws SQLException when the server refuses
     */
    protected abstract void removeOn(Statement statement) throws SQLException;

    private void drop() throws SQLException {
        try (Connection connection = beside();
                Statement statement = connection.createStatement()) {
            removeOn(statement);
        }
    }

    @Override
    public final void close() throws SQLException {
        exit.remove(() -> {
            if (owner.isPresent()) {
                owner.get().close();
            }
            drop();
        });
    }

    /**
     * Opens a session on the real database.
     *
     * @return a new connection
     * @throws SQLException when the server refuses
     */
    protected final Connection beside() throws SQLException {
        return sessions.connect(realUrl);
    }

    /**
     * Runs statements in the real database.
     *
     * @param statements the statements
     * @throws SQLException when the database refuses
     */
    protected final void runBeside(List<String> statements) throws SQLException {
        try (Connection connection = beside();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /**
     * Asks the real database.
     *
     * @param query a query of one column
     * @return its rows
     * @throws SQLException when the database refuses
     */
    protected final List<String> askBeside(String query) throws SQLException {
        try (Connection connection = beside()) {
            return rows(connection, query);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    /** What a session begins with. */
    @FunctionalInterface
    protected interface Beginning {
        /**
         * Sends it.
         *
         * @param statement of the session
         * @throws SQLException when the server refuses, or it must not go on
         */
        void with(Statement statement) throws SQLException;
    }

    /**
     * Begins with a session.
     *
     * @param connection the session; closed when it cannot begin
     * @param beginning what it begins with
     * @return the session
     * @throws SQLException when the server refuses
     */
    protected static Connection begun(Connection connection, Beginning beginning) throws SQLException {
        try {
            try (Statement statement = connection.createStatement()) {
                beginning.with(statement);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /**
     * Makes sure that a session is in here: a proxy between may have its own word on that.
     *
     * @param connection the session; closed when it is not
     * @param way a statement that leads here; empty text where the URL does
     * @param query what tells the database that a session is in
     * @return the session
     * @throws SQLException when it is somewhere else
     */
    protected final Connection enter(Connection connection, String way, String query) throws SQLException {
        return begun(connection, statement -> {
            if (!way.isEmpty()) {
                statement.execute(way);
            }
            List<String> at = rows(connection, query);
            if (!at.equals(List.of(name))) {
                throw new SQLException("the session is in database " + String.join("", at) + ", not in " + name);
            }
        });
    }
}
