package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A scratch database of a random name, beside the real one on its server. */
public abstract class DatabaseBeside implements ScratchDatabase {

    private final Sessions sessions;
    private final String realUrl;
    private final String name;

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
     * Runs statements in the real database: those that make it and remove it.
     *
     * @param statements the statements
     * @throws SQLException when the database refuses
     */
    protected final void runBeside(String... statements) throws SQLException {
        try (Connection connection = sessions.connect(realUrl);
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
        try (Connection connection = sessions.connect(realUrl)) {
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

    /**
     * Opens a session and makes sure that it is in here: a proxy between may have its own word on that.
     *
     * @param url where to
     * @param way a statement that leads here; empty text where the URL does
     * @param query what tells the database that a session is in
     * @return the session
     * @throws SQLException when it is somewhere else
     */
    protected final Connection enter(String url, String way, String query) throws SQLException {
        Connection connection = sessions.connect(url);
        try {
            if (!way.isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(way);
                }
            }
            List<String> at = rows(connection, query);
            if (!at.equals(List.of(name))) {
                throw new SQLException("the session is in database " + String.join("", at) + ", not in " + name);
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
}
