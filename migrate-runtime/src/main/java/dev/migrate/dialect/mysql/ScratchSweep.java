package dev.migrate.dialect.mysql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.migrate.dialect.ScratchLeftovers;
import dev.migrate.dialect.ScratchNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Removes scratches that a run which was killed has left. It never touches one that might be in use. */
final class ScratchSweep {

    private static final String SCRATCHES =
            "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME REGEXP '" + ScratchNames.ANY
                    + "' ORDER BY 1";

    /** Another run may be at work under another account, whose sessions one need not see. */
    private static final String IN_USE =
            "SELECT DISTINCT DB FROM information_schema.PROCESSLIST WHERE DB REGEXP '" + ScratchNames.ANY + "'";

    private static final String MARKED_HERE =
            "SELECT TABLE_SCHEMA FROM information_schema.TABLES WHERE TABLE_SCHEMA REGEXP '" + ScratchNames.ANY
                    + "' AND TABLE_NAME = '" + ScratchNames.MARKER + "' AND TABLE_COMMENT = " + ScratchClaim.SERVER;

    private static final int PREFIX_LENGTH = ScratchNames.random().prefix().length();

    private final Statement statement;
    private final List<String> removed = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    private ScratchSweep(Statement statement) {
        this.statement = statement;
    }

    /**
     * @param statement of a session that does nothing else afterwards: it no longer looks after foreign keys
     * @param own a database of the scratch that is one's own
     */
    static ScratchLeftovers with(Statement statement, String own) throws SQLException {
        ScratchSweep sweep = new ScratchSweep(statement);
        sweep.allBut(own);
        return new ScratchLeftovers(sweep.removed, sweep.kept);
    }

    private void allBut(String own) throws SQLException {
        Set<String> inUse = new HashSet<>(Set.of(scratchOf(own)));
        databases(IN_USE).stream().map(ScratchSweep::scratchOf).forEach(inUse::add);
        Map<String, List<String>> scratches =
                databases(SCRATCHES).stream().collect(groupingBy(ScratchSweep::scratchOf, TreeMap::new, toList()));
        scratches.keySet().removeAll(inUse);
        if (!scratches.isEmpty()) {
            Set<String> marked = new HashSet<>(databases(MARKED_HERE));
            for (Map.Entry<String, List<String>> scratch : scratches.entrySet()) {
                if (!marked.containsAll(scratch.getValue())) {
                    scratch.getValue().forEach(database -> kept.add(MySqlDialect.quoted(database)));
                } else if (ScratchClaim.isHeld(statement, scratch.getKey())) {
                    remove(scratch.getKey(), scratch.getValue());
                }
            }
        }
    }

    /** What is marked and not locked has nobody left who could use it: its session is gone, and names are used once. */
    private void remove(String prefix, List<String> databases) throws SQLException {
        statement.execute("SET SESSION foreign_key_checks = 0");
        for (String database : databases) {
            try {
                ScratchRemoval.drop(database, statement);
                removed.add(database);
            } catch (SQLException refused) {
                kept.add(MySqlDialect.quoted(database));
            }
        }
        statement.execute("DO RELEASE_LOCK('" + prefix + "')");
    }

    private List<String> databases(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** All databases of one scratch begin alike. */
    private static String scratchOf(String database) {
        return database.substring(0, Math.min(database.length(), PREFIX_LENGTH));
    }
}
