package dev.migrate.dialect.mysql;

import java.util.List;
import java.util.Optional;

/**
 * What a session was set to when it was opened, as far as it changes what SQL means.
 *
 * @param backslashEscapes whether a backslash in a string begins an escape: no {@code NO_BACKSLASH_ESCAPES}
 * @param ansiQuotes whether double quotes hold a name: {@code ANSI_QUOTES}
 * @param explicitTimestamps whether a {@code TIMESTAMP NOT NULL} column without a default has none
 * @param foldsTableNames whether names of tables are compared in lower case
 * @param collation what a table of the session's database gets that says none; empty where no server was asked
 * @param baseline statements that set all this back, and the rest a migration is likely to change
 */
record MySqlSession(
        boolean backslashEscapes,
        boolean ansiQuotes,
        boolean explicitTimestamps,
        boolean foldsTableNames,
        Optional<String> collation,
        List<String> baseline) {

    /** What {@code sql_select_limit} says when there is none. */
    static final String NO_LIMIT = "18446744073709551615";

    /** What is not said: the server's own setting. */
    static MySqlSession defaults(MySqlFeatures features) {
        return new MySqlSession(true, false, features.explicitTimestamps(), false, Optional.empty(), List.of());
    }

    /**
     * A session as it was found.
     *
     * @param sqlMode {@code @@sql_mode}
     * @param explicitTimestamps {@code @@explicit_defaults_for_timestamp}
     * @param lowerCaseTableNames {@code @@lower_case_table_names}
     * @param foreignKeyChecks {@code @@foreign_key_checks}
     * @param uniqueChecks {@code @@unique_checks}
     * @param safeUpdates {@code @@sql_safe_updates}
     * @param timeZone {@code @@time_zone}
     * @param database {@code database()}, quoted
     * @param collation {@code @@collation_database}
     */
    static MySqlSession found(
            String sqlMode,
            boolean explicitTimestamps,
            int lowerCaseTableNames,
            int foreignKeyChecks,
            int uniqueChecks,
            int safeUpdates,
            String timeZone,
            Optional<String> database,
            String collation) {
        String settings = "SET SESSION sql_mode = '" + sqlMode + "', SESSION foreign_key_checks = " + foreignKeyChecks
                + ", SESSION unique_checks = " + uniqueChecks + ", SESSION sql_safe_updates = " + safeUpdates
                + ", SESSION time_zone = '" + timeZone + "', SESSION sql_select_limit = " + NO_LIMIT;
        return new MySqlSession(
                escapes(sqlMode),
                ansi(sqlMode),
                explicitTimestamps,
                lowerCaseTableNames != 0,
                Optional.of(collation),
                database.map(name -> List.of("USE " + name, settings)).orElse(List.of(settings)));
    }

    /** The same session after its mode was changed; the baseline stays. */
    MySqlSession in(String sqlMode) {
        return new MySqlSession(
                escapes(sqlMode), ansi(sqlMode), explicitTimestamps, foldsTableNames, collation, baseline);
    }

    private static boolean escapes(String sqlMode) {
        return !sqlMode.contains("NO_BACKSLASH_ESCAPES");
    }

    private static boolean ansi(String sqlMode) {
        return sqlMode.contains("ANSI_QUOTES");
    }
}
