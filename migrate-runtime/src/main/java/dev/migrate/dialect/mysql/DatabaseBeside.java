package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ScratchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of a random name on the same server. */
final class DatabaseBeside implements ScratchDatabase {

    private final Sessions sessions;
    private final String url;
    private final String name;

    private DatabaseBeside(Sessions sessions, String url, String name) {
        this.sessions = sessions;
        this.url = url;
        this.name = name;
    }

    /** A table that says no collation gets that of its database: it is the same here as there. */
    static DatabaseBeside create(Sessions sessions, String url, String name) throws SQLException {
        try (Connection connection = sessions.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + MySqlDialect.quoted(name) + DatabaseScratch.options(statement));
        }
        return new DatabaseBeside(sessions, url, name);
    }

    @Override
    public String describe() {
        return "database " + name;
    }

    @Override
    public boolean apart() {
        return false;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = sessions.connect(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + MySqlDialect.quoted(name));
            try (ResultSet row = statement.executeQuery("SELECT DATABASE()")) {
                row.next();
                if (!name.equals(row.getString(1))) { // a proxy between may send statements to another session
                    throw new SQLException("the session is in database " + row.getString(1) + ", not in " + name);
                }
            }
            return connection;
        } catch (SQLException e) {
            try {
                connection.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = sessions.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 0");
            statement.execute("DROP DATABASE IF EXISTS " + MySqlDialect.quoted(name));
        }
    }
}
