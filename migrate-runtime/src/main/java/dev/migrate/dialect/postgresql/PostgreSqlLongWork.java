package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.LongWork;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What PostgreSQL offers. */
final class PostgreSqlLongWork implements LongWork {

    private static final Duration WAIT = Duration.ofSeconds(3);

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "55P03");

    private final Dialect dialect;

    PostgreSqlLongWork(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public boolean comparesRowsByIndex() {
        return true;
    }

    /** Money is written as the server's country writes it, and its driver cannot read all of that. */
    @Override
    public boolean walksBy(ColumnType type) {
        return LongWork.super.walksBy(type) && !type.equals(new ColumnType.Raw("money"));
    }

    @Override
    public List<String> waitShortly(Connection connection) throws SQLException {
        return waitForTables(connection, WAIT);
    }

    /** One setting for rows and tables. A longer wait was nobody's wish; a shorter one stays. */
    @Override
    public List<String> waitForTables(Connection connection, Duration most) throws SQLException {
        String wait = Math.max(1, Math.min(Integer.MAX_VALUE, most.toMillis())) + "ms";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.current_setting('lock_timeout'),"
                        + " pg_catalog.current_setting('lock_timeout')::interval BETWEEN '1 ms' AND '" + wait + "'")) {
            row.next();
            String before = row.getString(1);
            if (row.getBoolean(2)) {
                return List.of();
            }
            statement.execute("SET lock_timeout = '" + wait + "'");
            return List.of("SET lock_timeout = " + dialect.literal(before));
        }
    }

    /** Those that the session finds without their schema are in its way, if there are any; else others may be. */
    @Override
    public List<String> lockedTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT relation::pg_catalog.regclass::text, pid,"
                        + " pg_catalog.pg_table_is_visible(pg_class.oid)"
                        + " FROM pg_catalog.pg_locks JOIN pg_catalog.pg_class ON pg_class.oid = relation"
                        + " WHERE locktype = 'relation' AND mode = 'AccessExclusiveLock' AND granted"
                        + " AND relkind IN ('r', 'p', 'v', 'm', 'f') AND pid <> pg_catalog.pg_backend_pid()"
                        + " AND database = (SELECT oid FROM pg_catalog.pg_database"
                        + " WHERE datname = pg_catalog.current_database()) ORDER BY 1, 2")) {
            List<String> all = new ArrayList<>();
            List<String> own = new ArrayList<>();
            while (row.next()) {
                String table = row.getString(1) + " (session " + row.getInt(2) + ")";
                all.add(table);
                if (row.getBoolean(3)) {
                    own.add(table);
                }
            }
            return own.isEmpty() ? all : own;
        }
    }

    @Override
    public boolean stoodInTheWay(SQLException exception) {
        return IN_THE_WAY.contains(String.valueOf(exception.getSQLState()));
    }

    /** An account that may not look sees nothing there but its own. */
    @Override
    public Optional<Duration> replicaLag(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT (EXTRACT(EPOCH FROM max(replay_lag)) * 1000)::bigint"
                        + " FROM pg_catalog.pg_stat_replication")) {
            row.next();
            long millis = row.getLong(1);
            return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
        }
    }

    /** Negative, where nobody has ever looked. */
    @Override
    public OptionalLong estimatedRows(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT reltuples::bigint FROM pg_catalog.pg_class WHERE oid = pg_catalog.to_regclass(?)")) {
            statement.setString(1, dialect.sqlName(table));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getLong(1) >= 0 ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
