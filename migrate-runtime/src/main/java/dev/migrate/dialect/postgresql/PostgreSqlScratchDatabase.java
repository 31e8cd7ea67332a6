package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.DatabaseBeside;
import dev.migrate.dialect.ScratchLeftovers;
import dev.migrate.dialect.ScratchNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scratch database on a server of PostgreSQL: a schema would not keep apart what names a schema. */
final class PostgreSqlScratchDatabase extends DatabaseBeside {

    /** {@code jdbc:postgresql:name}, {@code jdbc:postgresql://host:5432,other/name?setting=value}. */
    private static final Pattern URL =
            Pattern.compile("(?<scheme>jdbc:postgresql:)(?<hosts>//[^/?]*)?/?[^/?]*(?<settings>\\?.*)?");

    private static final String MARK = "a scratch of migrate";

    private static final String NEVER_IDLE_TOO_LONG = "SELECT pg_catalog.set_config(name, '0', false)"
            + " FROM pg_catalog.pg_settings WHERE name = 'idle_session_timeout'";

    /**
     * Those in which nobody is; before a run is in its own, that has no mark. What kind of session another account's is,
     * one may not see.
     */
    private static final String UNUSED = "SELECT d.datname FROM pg_catalog.pg_database d WHERE d.datname ~ '"
            + ScratchNames.ANY_HOME + "' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_stat_activity a"
            + " WHERE a.datid = d.oid AND COALESCE(a.backend_type, 'client backend') = 'client backend') AND "
            + "COALESCE(pg_catalog.shobj_description(d.oid, 'pg_database'), '') %s '" + MARK + "' ORDER BY 1";

    private static final String IN_USE = "55006";

    private final Sessions sessions;
    private final String ownUrl;

    private PostgreSqlScratchDatabase(Sessions sessions, String realUrl, String name) throws SQLException {
        super(sessions, realUrl, name);
        this.sessions = sessions;
        ownUrl = url(realUrl, name);
    }

    static PostgreSqlScratchDatabase create(Sessions sessions, String realUrl, String name) throws SQLException {
        PostgreSqlScratchDatabase database = new PostgreSqlScratchDatabase(sessions, realUrl, name);
        database.make();
        return database;
    }

    @Override
    protected Connection created() throws SQLException {
        runBeside(List.of("CREATE DATABASE " + name()));
        return begun(connect(), statement -> {
            statement.execute(NEVER_IDLE_TOO_LONG);
            statement.execute("COMMENT ON DATABASE " + name() + " IS '" + MARK + "'");
        });
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

    /** The server removes no database in which a session is, if it is not forced to. */
    @Override
    public ScratchLeftovers removeLeftovers() throws SQLException {
        List<String> removed = new ArrayList<>();
        List<String> kept = new ArrayList<>(askBeside(UNUSED.formatted("<>")));
        for (String left : askBeside(UNUSED.formatted("="))) {
            try {
                runBeside(List.of("DROP DATABASE IF EXISTS " + left));
                removed.add(left);
            } catch (SQLException refused) {
                if (!IN_USE.equals(refused.getSQLState())) {
                    kept.add(left);
                }
            }
        }
        return new ScratchLeftovers(removed, kept);
    }

    @Override
    public Connection connect() throws SQLException {
        return enter(sessions.connect(ownUrl), "", "SELECT pg_catalog.current_database()");
    }

    @Override
    protected void removeOn(Statement statement) throws SQLException {
        statement.execute("DROP DATABASE IF EXISTS " + name() + " WITH (FORCE)");
    }
}
