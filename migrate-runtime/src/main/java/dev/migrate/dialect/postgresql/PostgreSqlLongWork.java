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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What PostgreSQL offers. */
final class PostgreSqlLongWork implements LongWork {

    private static final String WAIT = "3s";

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

    /** A longer wait was nobody's wish; a shorter one stays. */
    @Override
    public List<String> waitShortly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.current_setting('lock_timeout'),"
                        + " pg_catalog.current_setting('lock_timeout')::interval BETWEEN '1 ms' AND '" + WAIT + "'")) {
            row.next();
            String before = row.getString(1);
            if (row.getBoolean(2)) {
                return List.of();
            }
            statement.execute("SET lock_timeout = '" + WAIT + "'");
            return List.of("SET lock_timeout = " + dialect.literal(before));
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
