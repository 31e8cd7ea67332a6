package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ServerVersion;

/**
 * Where a server keeps what a table is made of. {@code %s} stands for the condition on the tables.
 *
 * @param columns its columns
 * @param indexes the parts of its indexes
 * @param checks its checks
 * @param checkSchema the column of {@code checks} that holds the schema
 * @param checkTable the column of {@code checks} that holds the table
 * @param dialect how text is written there
 */
record CatalogSql(String columns, String indexes, String checks, String checkSchema, String checkTable, Text dialect) {

    /** How defaults and expressions are written. */
    enum Text {
        /** A default is the bare value; {@code EXTRA} tells an expression, whose quotes have backslashes. */
        MYSQL,
        /** A default is SQL, even {@code NULL}. */
        MARIADB
    }

    /** With what a table gets that nobody says more about. */
    static final String TABLES =
            "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_COMMENT, TABLE_COLLATION, ENGINE, CREATE_OPTIONS,"
                    + " DEFAULT_COLLATION_NAME, @@default_storage_engine, TABLE_TYPE"
                    + " FROM information_schema.TABLES JOIN information_schema.SCHEMATA ON SCHEMA_NAME = TABLE_SCHEMA"
                    + " WHERE %s AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY TABLE_NAME";

    /** MariaDB lists a sequence among the tables, and what it is like in itself. */
    static final String SEQUENCES = "SELECT TABLE_NAME, TABLE_COMMENT FROM information_schema.TABLES"
            + " WHERE %s AND TABLE_TYPE = 'SEQUENCE' ORDER BY TABLE_NAME";

    static final String KEYS = "SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME,"
            + " REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME"
            + " FROM information_schema.KEY_COLUMN_USAGE WHERE %s AND REFERENCED_TABLE_NAME IS NOT NULL"
            + " ORDER BY CONSTRAINT_NAME, ORDINAL_POSITION";

    static final String RULES = "SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE"
            + " FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE %s";

    /** MariaDB tells of the reference system here alone. */
    static final String PLACES = "SELECT G_TABLE_SCHEMA, G_TABLE_NAME, G_GEOMETRY_COLUMN, SRID"
            + " FROM information_schema.GEOMETRY_COLUMNS WHERE %s AND SRID <> 0";

    static final String VIEWS =
            "SELECT TABLE_NAME, VIEW_DEFINITION FROM information_schema.VIEWS WHERE %s ORDER BY TABLE_NAME";

    private static final String COLUMNS = "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE,"
            + " COLUMN_TYPE, COLLATION_NAME, EXTRA, COLUMN_COMMENT, GENERATION_EXPRESSION, @srid"
            + " FROM information_schema.COLUMNS WHERE %s ORDER BY ORDINAL_POSITION";

    private static final String INDEXES = "SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, NON_UNIQUE, COLUMN_NAME,"
            + " COLLATION, SUB_PART, @expression, INDEX_TYPE, @invisible"
            + " FROM information_schema.STATISTICS WHERE %s ORDER BY INDEX_NAME, SEQ_IN_INDEX";

    /** The level tells a check that stands in the definition of its column. */
    private static final String MARIADB_CHECKS =
            "SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, 'YES', LEVEL"
                    + " FROM information_schema.CHECK_CONSTRAINTS WHERE %s";

    private static final String MYSQL_CHECKS = "SELECT t.TABLE_SCHEMA, t.TABLE_NAME, c.CONSTRAINT_NAME, c.CHECK_CLAUSE,"
            + " t.ENFORCED"
            + " FROM information_schema.TABLE_CONSTRAINTS t JOIN information_schema.CHECK_CONSTRAINTS c"
            + " ON c.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = t.CONSTRAINT_NAME"
            + " WHERE %s AND t.CONSTRAINT_TYPE = 'CHECK'";

    /** The databases of users, with their comments. */
    String schemas() {
        return "SELECT SCHEMA_NAME, " + (dialect == Text.MARIADB ? "SCHEMA_COMMENT" : "NULL")
                + " FROM information_schema.SCHEMATA WHERE SCHEMA_NAME NOT IN"
                + " ('information_schema', 'mysql', 'performance_schema', 'sys') ORDER BY SCHEMA_NAME";
    }

    static CatalogSql of(MySqlFeatures features, ServerVersion version) {
        String columns = COLUMNS.replace(
                "@srid", !features.mariaDb() && version.isAtLeast(8, 0, 3) ? "SRS_ID" : "NULL AS SRS_ID");
        String invisible = features.mariaDb() ? "IGNORED = 'YES'" : "IS_VISIBLE = 'NO'";
        String indexes = INDEXES.replace(
                        "@expression", features.expressionIndexes() ? "EXPRESSION" : "NULL AS EXPRESSION")
                .replace("@invisible", features.invisibleIndexes() ? invisible : "0");
        if (features.mariaDb()) {
            return new CatalogSql(columns, indexes, MARIADB_CHECKS, "CONSTRAINT_SCHEMA", "TABLE_NAME", Text.MARIADB);
        }
        return new CatalogSql(
                columns, indexes, features.checks() ? MYSQL_CHECKS : "", "t.TABLE_SCHEMA", "t.TABLE_NAME", Text.MYSQL);
    }
}
