package dev.migrate.dialect.postgresql;

/**
 * The block that gives a view another query. PostgreSQL replaces a view only as long as its columns stay; where they do
 * not, the view is dropped and made anew, and gets back what it had: owner, privileges, comments, defaults, rules and
 * triggers, those of a column as far as there is one of that name. What does not fit the new query is an error, and nothing
 * is changed. Its options stay in any case, which the server would reset, unless the query says them itself. Grantors and
 * security labels are not brought back.
 */
final class ViewReplacement {

    private static final String BLOCK = """
            DO $tag$
            DECLARE
              old oid := to_regclass($literal);
              options text[] := (SELECT reloptions FROM pg_class WHERE oid = old);
              of_column text[];
              kept text[];
              statement text;
            BEGIN
              BEGIN
                CREATE OR REPLACE VIEW $view AS
            $query;
              EXCEPTION WHEN invalid_table_definition THEN -- a column goes, or is another one now
                SELECT array_agg(c ORDER BY n, s), array_agg(s ORDER BY n, s) INTO of_column, kept FROM (
                  SELECT 1, ''::text, format('GRANT %s ON $name TO %s%s', a.privilege_type,
                    CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
                    CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                  FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = old AND a.grantee <> c.relowner
                  UNION ALL SELECT 2, t.attname, format('GRANT %s (%I) ON $name TO %s%s', a.privilege_type, t.attname,
                    CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
                    CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                  FROM pg_attribute t, aclexplode(t.attacl) a WHERE t.attrelid = old
                  UNION ALL SELECT 3, '', format('COMMENT ON VIEW $name IS %L', description)
                  FROM pg_description WHERE objoid = old AND classoid = 'pg_class'::regclass AND objsubid = 0
                  UNION ALL SELECT 3, attname, format('COMMENT ON COLUMN $name.%I IS %L', attname, description)
                  FROM pg_description JOIN pg_attribute ON attrelid = objoid AND attnum = objsubid
                  WHERE objoid = old AND classoid = 'pg_class'::regclass
                  UNION ALL SELECT 4, attname, format('ALTER VIEW $name ALTER COLUMN %I SET DEFAULT %s', attname,
                    pg_get_expr(adbin, adrelid))
                  FROM pg_attrdef JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum WHERE adrelid = old
                  UNION ALL SELECT 5, '', pg_get_ruledef(oid)
                  FROM pg_rewrite WHERE ev_class = old AND rulename <> '_RETURN'
                  UNION ALL SELECT 5, '', pg_get_triggerdef(oid)
                  FROM pg_trigger WHERE tgrelid = old AND NOT tgisinternal
                  UNION ALL SELECT 6, '', format('COMMENT ON RULE %I ON $name IS %L', rulename, description)
                  FROM pg_rewrite r JOIN pg_description ON objoid = r.oid AND classoid = 'pg_rewrite'::regclass
                  WHERE ev_class = old
                  UNION ALL SELECT 6, '', format('COMMENT ON TRIGGER %I ON $name IS %L', tgname, description)
                  FROM pg_trigger t JOIN pg_description ON objoid = t.oid AND classoid = 'pg_trigger'::regclass
                  WHERE tgrelid = old
                  UNION ALL SELECT 7, '', format('ALTER VIEW $name OWNER TO %I', pg_get_userbyid(relowner))
                  FROM pg_class WHERE oid = old AND pg_get_userbyid(relowner) <> current_user
                ) AS was(n, c, s);
                DROP VIEW $view;
                CREATE VIEW $view AS
            $query;
                FOR statement IN SELECT DISTINCT format('REVOKE ALL ON $name FROM %s', -- what is granted on all that is new
                  CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
                  FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = $literal::regclass AND a.grantee <> c.relowner
                LOOP
                  EXECUTE statement;
                END LOOP;
                FOR i IN 1 .. coalesce(array_length(kept, 1), 0) LOOP
                  IF of_column[i] = '' OR EXISTS (SELECT FROM pg_attribute
                    WHERE attrelid = $literal::regclass AND attname = of_column[i] AND NOT attisdropped) THEN
                    EXECUTE kept[i];
                  END IF;
                END LOOP;
              END;
              FOR statement IN SELECT format('ALTER VIEW $name SET (%s = %L)', o.option_name, o.option_value)
                FROM pg_options_to_table(options) o WHERE NOT EXISTS (SELECT FROM pg_class c,
                  pg_options_to_table(c.reloptions) n WHERE c.oid = $literal::regclass AND n.option_name = o.option_name)
              LOOP
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
