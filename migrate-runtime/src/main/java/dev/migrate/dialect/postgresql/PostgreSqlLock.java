package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.MigrationLock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An advisory lock of the session, which the server frees when the session ends, however it ends. Advisory locks go by a
 * number: the first eight bytes of the name's hash.
 */
final class PostgreSqlLock implements MigrationLock {

    private static final String HOLDER = "SELECT l.pid, " + PostgreSqlDialect.moment("a.backend_start")
            + ", a.usename, pg_catalog.host(a.client_addr), a.state,"
            + " pg_catalog.date_part('epoch', pg_catalog.now() - a.state_change)::bigint"
            + " FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
            + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
            + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname ="
            + " pg_catalog.current_database()) AND l.classid::bigint = ? AND l.objid::bigint = ?";

    /** Without a transaction: a waiter that kept one open would keep the server from cleaning up. */
    @Override
    public boolean tryTake(Connection connection, String name) throws SQLException {
        connection.setAutoCommit(true);
        return ask(connection, "SELECT pg_catalog.pg_try_advisory_lock(?)", name);
    }

    @Override
    public void release(Connection connection, String name) throws SQLException {
        ask(connection, "SELECT pg_catalog.pg_advisory_unlock(?)", name);
    }

    private static boolean ask(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, key(name));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Override
    public Optional<String> holder(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, key(name) >>> 32);
            statement.setLong(2, key(name) & 0xffff_ffffL);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(words(row)) : Optional.empty();
            }
        }
    }

    /** Of another account's session an ordinary account sees little more than the number. */
    private static String words(ResultSet row) throws SQLException {
        int process = row.getInt(1);
        String state = row.getString(5);
        return "process " + PostgreSqlDialect.session(process, Optional.ofNullable(row.getString(2)))
                + " (" + Optional.ofNullable(row.getString(3)).orElse("an account that is gone")
                + Optional.ofNullable(row.getString(4)).map(host -> "@" + host).orElse("")
                + (state == null ? "" : ", " + state + " for " + row.getLong(6) + " s")
                + "); look at it with SELECT * FROM pg_stat_activity WHERE pid = " + process
                + ", end it with SELECT pg_terminate_backend(" + process + ")";
    }

    private static long key(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
