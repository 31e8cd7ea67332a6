package dev.migrate.dialect.mysql;

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
import java.util.regex.Pattern;

/**
 * What InnoDB offers. A source knows nothing of how far its replicas are behind; Galera and group replication slow the
 * writer down by themselves.
 */
final class MySqlLongWork implements LongWork {

    private static final int SECONDS_TO_WAIT = 3;

    /** Wait timeout, deadlock or certification failure, and row locked (NOWAIT). */
    private static final Set<Integer> IN_THE_WAY = Set.of(1205, 1213, 3572);

    /** What is ordered by its number and compared as a text, or is only near to what was read; bits come as bytes. */
    private static final Pattern OTHERWISE_ORDERED =
            Pattern.compile("(?i)\\s*(?:(?:set|enum|float|double|real)\\b|bit\\((?!1\\)))");

    /** A moment in the session's zone is written twice in the hour in which clocks go back. */
    @Override
    public boolean walksBy(ColumnType type) {
        return LongWork.super.walksBy(type)
                && !(type instanceof ColumnType.TimestampTz)
                && !(type instanceof ColumnType.Raw raw
                        && OTHERWISE_ORDERED.matcher(raw.sql()).lookingAt());
    }

    @Override
    public List<String> waitShortly(Connection connection) throws SQLException {
        return bounded(connection, "innodb_lock_wait_timeout", SECONDS_TO_WAIT);
    }

    @Override
    public List<String> waitForTables(Connection connection, Duration most) throws SQLException {
        return bounded(connection, "lock_wait_timeout", Math.max(1, most.toSeconds()));
    }

    /** A longer wait was nobody's wish; a shorter one stays. */
    private static List<String> bounded(Connection connection, String wait, long seconds) throws SQLException {
        Optional<String> before = MySqlDialect.one(connection, "SELECT @@" + wait, 1);
        if (before.filter(given -> Double.parseDouble(given) > seconds).isEmpty()) {
            return List.of();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION " + wait + " = " + seconds);
        }
        return List.of("SET SESSION " + wait + " = " + before.get());
    }

    @Override
    public boolean stoodInTheWay(SQLException exception) {
        return IN_THE_WAY.contains(exception.getErrorCode());
    }

    @Override
    public OptionalLong estimatedRows(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT TABLE_ROWS FROM information_schema.TABLES"
                        + " WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ?")) {
            statement.setString(1, table.schema().orElse(null));
            statement.setString(2, table.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
