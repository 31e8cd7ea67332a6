package dev.migrate.dialect;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a database offers to work that walks through all rows of a table while others use it: each answer is of use only
 * where the server gives it, and none of it ever stops the work.
 */
public interface LongWork {

    /** A database that offers nothing: what is standard SQL. */
    LongWork PLAIN = new LongWork() {};

    /**
     * Whether rows are found by an index when several columns are compared at once: {@code (a, b) > (1, 2)}. Elsewhere the
     * comparison is written column by column.
     *
     * @return true, where that is faster
     */
    default boolean comparesRowsByIndex() {
        return false;
    }

    /**
     * Whether a value of a column, read and written into SQL again, is the same value and stands in the same order.
     *
     * @param type the column's type
     * @return false for what is only near to what was read, and what is ordered otherwise than it is compared
     */
    default boolean walksBy(ColumnType type) {
        return !(type instanceof ColumnType.Floating
                || type instanceof ColumnType.Json
                || type instanceof ColumnType.EnumOf);
    }

    /**
     * Keeps waits for rows short, so that what a batch has locked is not held while it waits for others.
     *
     * @param connection the session; its transaction, if any, goes on
     * @return statements that set it back; empty where nothing was changed
     * @throws SQLException when the database refuses
     */
    default List<String> waitShortly(Connection connection) throws SQLException {
        return List.of();
    }

    /**
     * Bounds waits for tables that other sessions have locked, where they would last for hours, or for ever.
     *
     * @param connection the session; its transaction, if any, goes on
     * @param most how long to wait; zero for as short as it can be said
     * @return statements that set it back; empty where nothing was changed
     * @throws SQLException when the database refuses
     */
    default List<String> waitForTables(Connection connection, Duration most) throws SQLException {
        return List.of();
    }

    /**
     * The tables of which other sessions let nobody see anything.
     *
     * @param connection a session in which no transaction is open
     * @return each with the session, for people; empty where the server does not tell
     * @throws SQLException when the database refuses
     */
    default List<String> lockedTables(Connection connection) throws SQLException {
        return List.of();
    }

    /**
     * Whether another session stood in the way of a statement, so that the same may succeed a moment later.
     *
     * @param exception what the driver threw
     * @return true for a deadlock and for a wait that took too long
     */
    default boolean stoodInTheWay(SQLException exception) {
        return String.valueOf(exception.getSQLState()).startsWith("40");
    }

    /**
     * How far the slowest replica is behind.
     *
     * @param connection a session in which no transaction is open
     * @return the time; empty where the server does not tell, or not this account
     * @throws SQLException when the database refuses
     */
    default Optional<Duration> replicaLag(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /**
     * About how many rows a table has.
     *
     * @param connection a session in which no transaction is open
     * @param table the table
     * @return what the server believes, without counting; empty where it has no idea
     * @throws SQLException when the database refuses
     */
    default OptionalLong estimatedRows(Connection connection, TableName table) throws SQLException {
        return OptionalLong.empty();
    }
}
