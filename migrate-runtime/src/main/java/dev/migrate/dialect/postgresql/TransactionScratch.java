package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Schemas in a transaction that is rolled back: nobody else ever sees them. */
record TransactionScratch(Connection connection, String home, List<String> path) implements Scratch {

    /** A table of somebody else's is never waited for. */
    private static final String NO_WAIT = "SET LOCAL lock_timeout = '2s'";

    /** Types of extensions go by their own names, wherever they were put. */
    private static final String OF_EXTENSIONS = "SELECT DISTINCT n.nspname FROM pg_catalog.pg_extension e"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE n.nspname <> 'pg_catalog' ORDER BY 1";

    static TransactionScratch open(ScratchSource source, ScratchNames names, Collection<String> schemas)
            throws SQLException {
        TransactionScratch scratch = new TransactionScratch(source.connect(), names.home(), new ArrayList<>());
        try {
            scratch.begin(names, schemas);
            return scratch;
        } catch (SQLException e) {
            try {
                scratch.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private void begin(ScratchNames names, Collection<String> schemas) throws SQLException {
        connection.setAutoCommit(false);
        path.add(quoted(home));
        try (Statement statement = connection.createStatement()) {
            statement.execute(NO_WAIT);
            statement.execute("CREATE SCHEMA " + quoted(home));
            for (String schema : schemas) {
                statement.execute("CREATE SCHEMA " + quoted(names.of(schema)));
            }
            try (ResultSet extensions = statement.executeQuery(OF_EXTENSIONS)) {
                while (extensions.next()) {
                    path.add(quoted(extensions.getString(1)));
                }
            }
        }
        enter();
    }

    @Override
    public void enter() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path = " + String.join(", ", path));
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
