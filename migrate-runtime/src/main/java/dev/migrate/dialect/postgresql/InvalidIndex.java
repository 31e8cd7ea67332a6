package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code CREATE INDEX CONCURRENTLY} leaves behind when it fails or is cut off: an index that slows writes and serves
 * nobody, under the name that the next attempt needs.
 */
final class InvalidIndex {

    /** One that somebody is building right now is invalid as well. */
    private static final String QUESTION = "SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)"
            + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " JOIN pg_catalog.pg_class t ON t.oid = i.indrelid"
            + " WHERE i.indrelid = pg_catalog.to_regclass(?) AND c.relname = ? AND NOT i.indisvalid"
            + " AND c.relkind = 'i' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_locks l WHERE l.locktype = 'relation'"
            + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname ="
            + " pg_catalog.current_database()) AND l.relation = t.oid AND l.mode = 'ShareUpdateExclusiveLock'"
            + " AND l.granted AND l.pid <> pg_catalog.pg_backend_pid())";

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    /** A build in the author's own SQL. {@code IF NOT EXISTS} would take what is left behind for the index. */
    private static final Pattern BUILD = Pattern.compile("(?is)(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*+"
            + "CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?<index>" + NAME
            + ")\\s+ON\\s+(?:ONLY\\s+)?(?<table>" + NAME + "(?:\\." + NAME + ")?)");

    private InvalidIndex() {}

    static List<SqlStatement> leftBehind(Connection connection, PostgreSqlDialect dialect, Operation operation)
            throws SQLException {
        if (operation instanceof AlterTable several) {
            List<SqlStatement> all = new ArrayList<>();
            for (TableOperation change : several.changes()) {
                all.addAll(leftBehind(connection, dialect, change));
            }
            return all;
        }
        if (operation instanceof CreateIndex create && create.concurrently()) {
            return leftBehind(
                    connection, dialect.sqlName(create.table()), create.index().name());
        }
        if (operation instanceof ExecuteSql raw) {
            Matcher build = BUILD.matcher(raw.sql());
            return build.lookingAt() ? leftBehind(connection, build.group("table"), name(build)) : List.of();
        }
        return List.of();
    }

    /** What is not quoted the server writes in lower case. */
    private static String name(Matcher build) {
        String name = build.group("index");
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }

    private static List<SqlStatement> leftBehind(Connection connection, String table, String index)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUESTION)) {
            statement.setString(1, table);
            statement.setString(2, index);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? List.of(PostgreSqlRenderer.outside("DROP INDEX CONCURRENTLY " + row.getString(1)))
                        : List.of();
            }
        }
    }
}
