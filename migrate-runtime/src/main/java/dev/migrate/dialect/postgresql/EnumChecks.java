package dev.migrate.dialect.postgresql;

import static dev.migrate.dialect.AnsiDefinitions.ENUM_CHECK;

import dev.migrate.schema.TableName;

/**
 * Changes of the check that makes a column of text an enumeration. A model has no word for it: it belongs to the column's
 * type, and is recognised by how its name ends. So it may go by the name of a column or table that was renamed since, and
 * is looked for by the server.
 */
final class EnumChecks {

    private final PostgreSqlDefinitions sql;

    EnumChecks(PostgreSqlDefinitions sql) {
        this.sql = sql;
    }

    /** Drops the check of a column, whatever it is called. */
    String dropping(TableName table, String column) {
        return changing(table, column, "DROP", "");
    }

    /** Gives the check of a column the name that goes with the column's. */
    String renaming(TableName table, String column) {
        return changing(table, column, "RENAME", " TO " + sql.name(sql.enumCheckName(table, column)));
    }

    private String changing(TableName table, String column, String verb, String rest) {
        String name = sql.name(table);
        String format =
                "ALTER TABLE " + name.replace("%", "%%") + " " + verb + " CONSTRAINT %I" + rest.replace("%", "%%");
        return "DO "
                + quoted("DECLARE found name; BEGIN"
                        + " FOR found IN SELECT k.conname FROM pg_catalog.pg_constraint k"
                        + " JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND k.conkey = ARRAY[a.attnum]"
                        + " WHERE k.conrelid = " + sql.literal(name) + "::pg_catalog.regclass AND k.contype = 'c'"
                        + " AND a.attname = " + sql.literal(column)
                        + " AND pg_catalog.right(k.conname::text, " + ENUM_CHECK.length() + ") = '" + ENUM_CHECK + "'"
                        + " LOOP EXECUTE pg_catalog.format(" + sql.literal(format) + ", found); END LOOP; END");
    }

    /** Between dollars, with a tag that does not occur within. */
    private static String quoted(String body) {
        String tag = "$$";
        for (int i = 1; body.contains(tag); i++) {
            tag = "$m" + i + "$";
        }
        return tag + " " + body + " " + tag;
    }
}
