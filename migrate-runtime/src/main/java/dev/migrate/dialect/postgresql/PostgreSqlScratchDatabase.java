package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.DatabaseBeside;
import dev.migrate.dialect.ScratchNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scratch database on a server of PostgreSQL: a schema would not keep apart what names a schema. */
final class PostgreSqlScratchDatabase extends DatabaseBeside {

    /** {@code jdbc:postgresql:name}, {@code jdbc:postgresql://host:5432,other/name?setting=value}. */
    private static final Pattern URL =
            Pattern.compile("(?<scheme>jdbc:postgresql:)(?<hosts>//[^/?]*)?/?[^/?]*(?<settings>\\?.*)?");

    private final String ownUrl;

    private PostgreSqlScratchDatabase(Sessions sessions, String realUrl, String name) throws SQLException {
        super(sessions, realUrl, name);
        ownUrl = url(realUrl, name);
    }

    static PostgreSqlScratchDatabase create(Sessions sessions, String realUrl, String name) throws SQLException {
        PostgreSqlScratchDatabase database = new PostgreSqlScratchDatabase(sessions, realUrl, name);
        database.runBeside("CREATE DATABASE " + name);
        return database;
    }

    /** The URL of another database of the same server. */
    static String url(String realUrl, String name) throws SQLException {
        Matcher parts = URL.matcher(realUrl);
        if (!parts.matches()) {
            throw new SQLException("how another database is named in this url is not known");
        }
        String hosts = parts.group("hosts");
        String settings = parts.group("settings");
        return parts.group("scheme") + (hosts == null ? "" : hosts + "/") + name + (settings == null ? "" : settings);
    }

    @Override
    public List<String> others() throws SQLException {
        return askBeside("SELECT datname FROM pg_catalog.pg_database WHERE datname ~ '" + ScratchNames.ANY_HOME
                + "' AND datname <> '" + name() + "' ORDER BY 1");
    }

    @Override
    public Connection connect() throws SQLException {
        return enter(ownUrl, "", "SELECT pg_catalog.current_database()");
    }

    @Override
    public void close() throws SQLException {
        runBeside("DROP DATABASE IF EXISTS " + name() + " WITH (FORCE)");
    }
}
