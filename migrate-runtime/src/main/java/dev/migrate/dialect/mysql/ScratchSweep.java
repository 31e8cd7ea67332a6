package dev.migrate.dialect.mysql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.migrate.dialect.ScratchLeftovers;
import dev.migrate.dialect.ScratchNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final String MARKED =
            "SELECT TABLE_SCHEMA, TABLE_COMMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA REGEXP '"
                    + ScratchNames.ANY + "' AND TABLE_NAME = '" + ScratchNames.MARKER + "'";

    /** A transaction of somebody who looks into what was left must not hold up the run. */
    private static final int SECONDS_TO_WAIT = 1;

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
        sweep.allBut(scratchOf(own));
        return new ScratchLeftovers(sweep.removed, sweep.kept);
    }

    private void allBut(String own) throws SQLException {
        Map<String, List<String>> scratches = ScratchRemoval.column(statement, SCRATCHES).stream()
                .collect(groupingBy(ScratchSweep::scratchOf, TreeMap::new, toList()));
        scratches.remove(own);
        scratches.keySet().removeAll(inUse());
        if (!scratches.isEmpty()) {
            Map<String, String> servers = servers();
            for (Map.Entry<String, List<String>> scratch : scratches.entrySet()) {
                if (servers.keySet().containsAll(scratch.getValue())) {
                    removeUnused(scratch.getKey(), scratch.getValue(), servers);
                } else {
                    keep(scratch.getValue());
                }
            }
        }
    }

    /**
     * What is marked and not locked has nobody left who could use it: its sessions are gone, and names are used once. The
     * lock of the whole comes first: while that is held, those of its databases are for its own sessions to take.
     */
    private void removeUnused(String prefix, List<String> databases, Map<String, String> servers) throws SQLException {
        Map<String, String> held = new LinkedHashMap<>();
        try {
            for (String name : locks(prefix, databases)) {
                Optional<String> server = ScratchClaim.lock(statement, name);
                if (server.isEmpty()) {
                    return;
                }
                held.put(name, server.get());
            }
            if (inUse().contains(prefix)) {
                return;
            }
            Set<String> lockedOn = Set.copyOf(held.values());
            if (databases.stream().allMatch(database -> lockedOn.equals(Set.of(servers.get(database))))) {
                remove(databases);
            } else {
                keep(databases);
            }
        } finally {
            for (String name : held.keySet()) {
                ScratchClaim.release(statement, name);
            }
        }
    }

    private static List<String> locks(String prefix, List<String> databases) {
        List<String> locks = new ArrayList<>(List.of(prefix));
        locks.addAll(databases);
        return locks;
    }

    private void remove(List<String> databases) throws SQLException {
        String before =
                ScratchRemoval.column(statement, "SELECT @@lock_wait_timeout").get(0);
        statement.execute("SET SESSION foreign_key_checks = 0, lock_wait_timeout = " + SECONDS_TO_WAIT);
        for (String database : databases) {
            try {
                ScratchRemoval.drop(database, statement);
                removed.add(database);
            } catch (SQLException refused) {
                keep(List.of(database));
            }
        }
        statement.execute("SET SESSION lock_wait_timeout = " + before);
    }

    private void keep(List<String> databases) {
        databases.forEach(database -> kept.add(MySqlDialect.quoted(database)));
    }

    private Set<String> inUse() throws SQLException {
        return ScratchRemoval.column(statement, IN_USE).stream()
                .map(ScratchSweep::scratchOf)
                .collect(toSet());
    }

    /** What the marks say: on which server the lock of a database is. */
    private Map<String, String> servers() throws SQLException {
        Map<String, String> servers = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(MARKED)) {
            while (rows.next()) {
                servers.put(rows.getString(1), rows.getString(2));
            }
        }
        return servers;
    }

    /** All databases of one scratch begin alike. */
    private static String scratchOf(String database) {
        return database.substring(0, Math.min(database.length(), PREFIX_LENGTH));
    }
}
