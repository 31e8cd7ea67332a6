package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Recognises MySQL and MariaDB, whichever driver is used. */
public final class MySqlDialectProvider implements DialectProvider {

    private static final int LAST_PATCH = 99;

    private static final String QUESTION = "SELECT VERSION(), @@version_comment, @@sql_mode,"
            + " @@explicit_defaults_for_timestamp, @@lower_case_table_names, @@foreign_key_checks, @@unique_checks,"
            + " @@sql_safe_updates, @@time_zone, DATABASE(), @@sql_select_limit, @@collation_database";

    /** Modes in which definitions or values become others than those that were written. */
    private static final Map<String, String> REFUSED_MODES = Map.of(
            "ORACLE", "DATE means DATETIME",
            "MAXDB", "TIMESTAMP means DATETIME",
            "EMPTY_STRING_IS_NULL", "an empty text is written as NULL");

    /** For {@code ServiceLoader}. */
    public MySqlDialectProvider() {}

    @Override
    public Optional<Dialect> detect(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            ServerBanner banner = new ServerBanner(row.getString(1), row.getString(2));
            refuse(banner);
            refuse(row.getString(3));
            MySqlSession session = MySqlSession.found(
                    row.getString(3),
                    row.getInt(4) != 0,
                    row.getInt(5),
                    row.getInt(6),
                    row.getInt(7),
                    row.getInt(8),
                    row.getString(9),
                    Optional.ofNullable(row.getString(10)).map(MySqlDialect::quoted),
                    row.getString(12));
            if (!row.getString(11).equals(MySqlSession.NO_LIMIT)) {
                // Else the tail of whatever is read would be missing, and nobody would notice.
                statement.execute("SET SESSION sql_select_limit = " + MySqlSession.NO_LIMIT);
            }
            return Optional.of(MySqlDialect.of(banner.number(), features(banner.mariaDb(), banner.number()), session));
        } catch (SQLException e) {
            if (DialectProvider.notUnderstood(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void refuse(ServerBanner banner) {
        banner.imitation().ifPresent(name -> {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNKNOWN_DATABASE,
                            "the server is a " + name + " (" + banner.version()
                                    + "): it answers like a MySQL, but whether it"
                                    + " locks, commits and reports definitions like one was never tried")
                    .next("use one of the databases that the README lists"));
        });
    }

    private static void refuse(String sqlMode) {
        for (String mode : List.of(sqlMode.split(","))) {
            Optional.ofNullable(REFUSED_MODES.get(mode)).ifPresent(why -> {
                throw new MigrateException(
                        Problem.of(ProblemCode.UNSUPPORTED, "the session's sql_mode has " + mode + ", in which " + why)
                                .at("sql_mode is " + sqlMode)
                                .next(
                                        "open the connection without it, for example by ?sessionVariables=sql_mode='…' in the url, and"
                                                + " set it in the migrations that need it"));
            });
        }
    }

    private static MySqlFeatures features(boolean mariaDb, ServerVersion version) {
        return mariaDb ? MySqlFeatures.ofMariaDb(version) : MySqlFeatures.ofMySql(version);
    }

    @Override
    public Map<String, ServerVersion> offlineNames() {
        return Map.of("mysql", new ServerVersion(8, 4, 0), "mariadb", new ServerVersion(11, 4, 0));
    }

    @Override
    public Dialect offline(String name, ServerVersion version, Map<String, String> options) {
        boolean mariaDb = name.equals("mariadb");
        ServerVersion released = released(mariaDb, version);
        return MySqlDialect.offline(released, features(mariaDb, released));
    }

    /**
     * Who says {@code 8.0} means a server that is in use: the first release of that series that knows all that the series
     * came to know. No server that anybody uses ends in 0 there.
     */
    private static ServerVersion released(boolean mariaDb, ServerVersion version) {
        if (version.patch() != 0) {
            return version;
        }
        MySqlFeatures all = features(mariaDb, new ServerVersion(version.major(), version.minor(), LAST_PATCH));
        return IntStream.rangeClosed(0, LAST_PATCH)
                .mapToObj(patch -> new ServerVersion(version.major(), version.minor(), patch))
                .filter(each -> features(mariaDb, each).equals(all))
                .findFirst()
                .orElseThrow();
    }
}
