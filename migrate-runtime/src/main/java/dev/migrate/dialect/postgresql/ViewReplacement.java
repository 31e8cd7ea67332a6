package dev.migrate.dialect.postgresql;

/**
 * The block that gives a view another query. PostgreSQL replaces a view only as long as its columns stay; where they do
 * not, the view is dropped and made anew, and gets its comment and the privileges on it back.
 */
final class ViewReplacement {

    private static final String BLOCK = """
            DO $tag$
            DECLARE
              kept text[];
              statement text;
            BEGIN
              CREATE OR REPLACE VIEW $view AS
            $query;
            EXCEPTION WHEN invalid_table_definition THEN -- a column goes, or is another one now
              SELECT array_agg(s) INTO kept FROM (
                SELECT format('GRANT %s ON $name TO %s%s', a.privilege_type,
                  CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
                  CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) AS s
                FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = $literal::regclass AND a.grantee <> c.relowner
                UNION ALL SELECT format('COMMENT ON VIEW $name IS %L', obj_description($literal::regclass, 'pg_class'))
                WHERE obj_description($literal::regclass, 'pg_class') IS NOT NULL) was;
              DROP VIEW $view;
              CREATE VIEW $view AS
            $query;
              FOREACH statement IN ARRAY coalesce(kept, '{}') LOOP
                EXECUTE statement;
              END LOOP;
            END
            $tag$""";

    private ViewReplacement() {}

    /**
     * The block.
     *
     * @param view the view's name in SQL
     * @param query the query
     */
    static String block(String view, String query) {
        String tag = "$migrate$";
        for (int n = 1; query.contains(tag); n++) {
            tag = "$migrate" + n + "$";
        }
        String inText = view.replace("'", "''");
        return BLOCK.replace("$tag$", tag)
                .replace("$name", inText.replace("%", "%%"))
                .replace("$literal", "'" + inText + "'")
                .replace("$view", view)
                .replace("$query", query);
    }
}
