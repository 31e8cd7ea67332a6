package dev.migrate.dialect.postgresql;

import java.util.List;
import java.util.Optional;

/**
 * What a session was set to when migrate was given it.
 *
 * @param baseline statements that set it back to that
 */
record PostgreSqlSession(List<String> baseline) {

    static final PostgreSqlSession UNKNOWN = new PostgreSqlSession(List.of());

    PostgreSqlSession {
        baseline = List.copyOf(baseline);
    }

    /**
     * A session as it was found. {@code RESET ALL} brings back what it was opened with: what the database, the account
     * and the url say. What a pool has set since has to be set again, and the role is left alone by it.
     *
     * @param role {@code current_setting('role')}
     * @param settings calls that give the session what it was given since; empty for nothing
     */
    static PostgreSqlSession found(String role, Optional<String> settings) {
        return new PostgreSqlSession(List.of(
                "RESET ALL",
                "SELECT pg_catalog.set_config('role', '" + role.replace("'", "''") + "', false)"
                        + settings.map(calls -> ", " + calls).orElse("")));
    }
}
