package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.dialect.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/** Recognises MySQL and MariaDB, whichever driver is used. */
public final class MySqlDialectProvider implements DialectProvider {

    private static final String QUESTION = "SELECT VERSION(), @@version_comment, @@sql_mode,"
            + " @@explicit_defaults_for_timestamp, @@lower_case_table_names, @@foreign_key_checks, @@unique_checks,"
            + " @@sql_safe_updates, @@time_zone, DATABASE(), @@sql_select_limit";

    /** For {@code ServiceLoader}. */
    public MySqlDialectProvider() {}

    @Override
    public Optional<Dialect> detect(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            String version = row.getString(1);
            boolean mariaDb =
                    (version + row.getString(2)).toLowerCase(Locale.ROOT).contains("mariadb");
            MySqlSession session = MySqlSession.found(
                    row.getString(3),
                    row.getInt(4) != 0,
                    row.getInt(5),
                    row.getInt(6),
                    row.getInt(7),
                    row.getInt(8),
                    row.getString(9),
                    Optional.ofNullable(row.getString(10)).map(MySqlDialect::quoted));
            if (!row.getString(11).equals(MySqlSession.NO_LIMIT)) {
                // Else the tail of whatever is read would be missing, and nobody would notice.
                statement.execute("SET SESSION sql_select_limit = " + MySqlSession.NO_LIMIT);
            }
            ServerVersion number = number(version);
            return Optional.of(MySqlDialect.of(number, features(mariaDb, number), session));
        } catch (SQLException e) {
            if (DialectProvider.notUnderstood(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Some MariaDB servers begin with 5.5.5, for clients that know only MySQL. */
    private static ServerVersion number(String version) {
        return ServerVersion.parse(version.startsWith("5.5.5-") ? version.substring(6) : version);
    }

    private static MySqlFeatures features(boolean mariaDb, ServerVersion version) {
        return mariaDb ? MySqlFeatures.ofMariaDb(version) : MySqlFeatures.ofMySql(version);
    }

    @Override
    public Optional<Dialect> offline(String name, ServerVersion version) {
        return name.equals("mysql") || name.equals("mariadb")
                ? Optional.of(MySqlDialect.offline(version, features(name.equals("mariadb"), version)))
                : Optional.empty();
    }
}
