package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.dialect.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises PostgreSQL itself, and none of the servers that speak its protocol. */
public final class PostgreSqlDialectProvider implements DialectProvider {

    /** The settings that the session was given after it was opened, as calls that give them again. */
    private static final String QUESTION = "SELECT pg_catalog.version(),"
            + " pg_catalog.current_setting('server_version_num'), pg_catalog.current_setting('role'),"
            + " (SELECT pg_catalog.string_agg(pg_catalog.format('pg_catalog.set_config(%L, %L, false)', name,"
            + " pg_catalog.current_setting(name)), ', ' ORDER BY name) FROM pg_catalog.pg_settings"
            + " WHERE source = 'session' AND context IN ('user', 'superuser'))";

    /** Those that call themselves PostgreSQL first, and then something else. */
    private static final Pattern ANOTHER = Pattern.compile("-YB-|Redshift|Greenplum|Materialize|CockroachDB");

    /** For {@code ServiceLoader}. */
    public PostgreSqlDialectProvider() {}

    @Override
    public Optional<Dialect> detect(Connection connection) throws SQLException {
        // No driver for PostgreSQL calls it otherwise, so its word saves other servers a query that fails.
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            if (!isPostgreSql(row.getString(1))) {
                return Optional.empty();
            }
            return Optional.of(new PostgreSqlDialect(
                    version(row.getInt(2)),
                    PostgreSqlSession.found(row.getString(3), Optional.ofNullable(row.getString(4)))));
        } catch (SQLException e) {
            if (DialectProvider.notUnderstood(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether {@code version()} is PostgreSQL's own. */
    static boolean isPostgreSql(String version) {
        return version.startsWith("PostgreSQL ") && !ANOTHER.matcher(version).find();
    }

    /** Since version 10 there are two numbers: 180006 is 18.6. */
    private static ServerVersion version(int number) {
        return new ServerVersion(number / 10_000, number % 10_000, 0);
    }

    @Override
    public Map<String, ServerVersion> offlineNames() {
        return Map.of("postgresql", new ServerVersion(18, 0, 0));
    }

    @Override
    public Dialect offline(String name, ServerVersion version, Map<String, String> options) {
        return new PostgreSqlDialect(version, PostgreSqlSession.UNKNOWN);
    }
}
