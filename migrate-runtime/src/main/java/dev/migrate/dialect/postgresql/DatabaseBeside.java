package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ScratchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database of a random name on the same server: a schema would not keep apart what names a schema. */
final class DatabaseBeside implements ScratchDatabase {

    /** {@code jdbc:postgresql:name}, {@code jdbc:postgresql://host:5432,other/name?setting=value}. */
    private static final Pattern URL =
            Pattern.compile("(?<scheme>jdbc:postgresql:)(?<hosts>//[^/?]*)?/?[^/?]*(?<settings>\\?.*)?");

    private final Sessions sessions;
    private final String url;
    private final String name;

    private DatabaseBeside(Sessions sessions, String url, String name) {
        this.sessions = sessions;
        this.url = url;
        this.name = name;
    }

    static DatabaseBeside create(Sessions sessions, String url, String name) throws SQLException {
        DatabaseBeside database = new DatabaseBeside(sessions, url, name);
        database.url(); // else it could not be reached, and would stay
        database.execute("CREATE DATABASE " + quoted(name));
        return database;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = sessions.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url() throws SQLException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new SQLException("how another database is named in this url is not known");
        }
        String hosts = parts.group("hosts");
        String settings = parts.group("settings");
        return parts.group("scheme") + (hosts == null ? "" : hosts + "/") + name + (settings == null ? "" : settings);
    }

    @Override
    public String describe() {
        return "database " + name;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = sessions.connect(url());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.current_database()")) {
            row.next();
            if (!name.equals(row.getString(1))) { // a proxy between may have its own word on that
                throw new SQLException("the session is in database " + row.getString(1) + ", not in " + name);
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
        execute("DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
