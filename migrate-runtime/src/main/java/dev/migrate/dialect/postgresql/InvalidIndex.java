package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.Operation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What {@code CREATE INDEX CONCURRENTLY} leaves behind when it fails or is cut off: an index that slows writes and serves
 * nobody, under the name that the next attempt needs.
 */
final class InvalidIndex {

    /** One that somebody is building right now is invalid as well. */
    private static final String QUESTION = "SELECT 1 FROM pg_catalog.pg_index i"
            + " JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
            + " JOIN pg_catalog.pg_class t ON t.oid = i.indrelid"
            + " WHERE i.indrelid = pg_catalog.to_regclass(?) AND c.relname = ? AND NOT i.indisvalid"
            + " AND c.relkind = 'i' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_locks l WHERE l.locktype = 'relation'"
            + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname ="
            + " pg_catalog.current_database()) AND l.relation = t.oid AND l.mode = 'ShareUpdateExclusiveLock'"
            + " AND l.granted AND l.pid <> pg_catalog.pg_backend_pid())";

    private InvalidIndex() {}

    static List<SqlStatement> leftBehind(Connection connection, PostgreSqlDialect dialect, Operation operation)
            throws SQLException {
        if (!(operation instanceof CreateIndex create) || !create.concurrently()) {
            return List.of();
        }
        String name = create.index().name();
        try (PreparedStatement statement = connection.prepareStatement(QUESTION)) {
            statement.setString(1, dialect.sqlName(create.table()));
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? List.of(PostgreSqlRenderer.outside("DROP INDEX CONCURRENTLY "
                                + dialect.sqlName(create.table().sibling(name))))
                        : List.of();
            }
        }
    }
}
