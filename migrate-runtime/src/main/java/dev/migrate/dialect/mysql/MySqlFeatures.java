package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ServerVersion;

/**
 * Where the servers of this family differ, by brand and version.
 *
 * @param mariaDb whether it is MariaDB
 * @param renamesColumns {@code RENAME COLUMN}; else {@code CHANGE} with the whole definition
 * @param renamesIndexes {@code RENAME INDEX}
 * @param checks checks are enforced; else they are parsed and forgotten
 * @param expressionDefaults a default may be an expression
 * @param literalLobDefaults a default of a {@code TEXT}, {@code BLOB} or {@code JSON} column may be a literal; else only
 *     an expression
 * @param expressionIndexes an index may have expressions
 * @param descendingIndexes an index may be sorted from high to low; else the word is parsed and forgotten
 * @param invisibleColumns a column may be invisible
 * @param invisibleIndexes the optimizer may be told to leave an index aside
 * @param uuidType there is a type for UUIDs; else they are kept in 16 bytes
 * @param explicitTimestamps a {@code TIMESTAMP NOT NULL} column without a default has none, unless the server was told
 *     otherwise
 * @param utf8mb4Collation what {@code utf8mb4} is sorted by that came with no collation
 */
record MySqlFeatures(
        boolean mariaDb,
        boolean renamesColumns,
        boolean renamesIndexes,
        boolean checks,
        boolean expressionDefaults,
        boolean literalLobDefaults,
        boolean expressionIndexes,
        boolean descendingIndexes,
        boolean invisibleColumns,
        boolean invisibleIndexes,
        boolean uuidType,
        boolean explicitTimestamps,
        String utf8mb4Collation) {

    static MySqlFeatures ofMySql(ServerVersion version) {
        return new MySqlFeatures(
                false,
                version.isAtLeast(8, 0, 0),
                version.isAtLeast(5, 7, 0),
                version.isAtLeast(8, 0, 16),
                version.isAtLeast(8, 0, 13),
                false,
                version.isAtLeast(8, 0, 13),
                version.isAtLeast(8, 0, 0),
                version.isAtLeast(8, 0, 23),
                version.isAtLeast(8, 0, 0),
                false,
                version.isAtLeast(8, 0, 2),
                version.isAtLeast(8, 0, 1) ? "utf8mb4_0900_ai_ci" : "utf8mb4_general_ci");
    }

    static MySqlFeatures ofMariaDb(ServerVersion version) {
        return new MySqlFeatures(
                true,
                version.isAtLeast(10, 5, 2),
                version.isAtLeast(10, 5, 2),
                true,
                true,
                true,
                false,
                version.isAtLeast(10, 8, 1),
                true,
                version.isAtLeast(10, 6, 0),
                version.isAtLeast(10, 7, 1),
                version.isAtLeast(10, 10, 1),
                version.isAtLeast(11, 5, 1) ? "utf8mb4_uca1400_ai_ci" : "utf8mb4_general_ci");
    }
}
