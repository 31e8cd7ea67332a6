package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ServerVersion;

/** Questions to PostgreSQL's catalogue. Everything is named with its schema: the search path may be empty. */
final class CatalogSql {

    static final String CURRENT_SCHEMA = "SELECT pg_catalog.current_schema()";

    static final String SCHEMA = "n.nspname";
    static final String TABLE = "c.relname";

    private static final String FROM_TABLES =
            " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace";

    /** Tables, also partitioned ones. */
    static final String TABLES = "SELECT n.nspname, c.relname, pg_catalog.obj_description(c.oid, 'pg_class'),"
            + " CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END, c.reloptions"
            + FROM_TABLES + " WHERE %s AND c.relkind IN ('r', 'p')";

    /** All tables of a schema, but for partitions, which are parts of one, and what belongs to an extension. */
    static final String OWN_TABLES =
            TABLES + " AND NOT c.relispartition AND " + notOfAnExtension("pg_class", "c.oid") + " ORDER BY c.relname";

    /** The tenth is the sequence of a {@code serial}: its default takes the next number of one that it owns. */
    static final String COLUMNS = "SELECT n.nspname, c.relname, a.attname,"
            + " pg_catalog.format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, a.attidentity, a.attgenerated,"
            + " pg_catalog.pg_get_expr(d.adbin, d.adrelid), pg_catalog.col_description(c.oid, a.attnum),"
            + " CASE WHEN o.deptype = 'a' THEN q.relname END,"
            + " CASE WHEN a.attcollation <> (SELECT t.typcollation FROM pg_catalog.pg_type t WHERE t.oid = a.atttypid)"
            + " THEN (SELECT l.collname FROM pg_catalog.pg_collation l WHERE l.oid = a.attcollation) END,"
            + " en.nspname, e.typname, e.typarray = a.atttypid,"
            + " s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle"
            + FROM_TABLES + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
            + " AND NOT a.attisdropped"
            + " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
            + " LEFT JOIN (pg_catalog.pg_depend o JOIN pg_catalog.pg_sequence s ON s.seqrelid = o.objid"
            + " JOIN pg_catalog.pg_class q ON q.oid = o.objid)"
            + " ON o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass"
            + " AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass"
            + " AND o.refobjid = c.oid AND o.refobjsubid = a.attnum AND (o.deptype = 'i' OR (o.deptype = 'a'"
            + " AND pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%%' AND EXISTS (SELECT 1"
            + " FROM pg_catalog.pg_depend u WHERE u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass"
            + " AND u.objid = d.oid AND u.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass"
            + " AND u.refobjid = q.oid)))"
            + " LEFT JOIN (pg_catalog.pg_type e JOIN pg_catalog.pg_namespace en ON en.oid = e.typnamespace)"
            + " ON e.typtype = 'e' AND a.atttypid IN (e.oid, e.typarray)"
            + " WHERE %s ORDER BY a.attnum";

    /**
     * Of a partition, the foreign keys that it has from its table are not its own. Whether a constraint is enforced is
     * known since PostgreSQL 18. A key's own index tells what it keeps besides, and what nulls are to it; an exclusion
     * constraint is told by its index altogether.
     */
    private static final String CONSTRAINTS = "SELECT n.nspname, c.relname, k.conname, k.contype, "
            + columns("k.conrelid", "k.conkey") + ", rn.nspname, r.relname, " + columns("k.confrelid", "k.confkey")
            + ", k.confdeltype, k.confupdtype,"
            + " CASE WHEN k.contype = 'c' THEN pg_catalog.pg_get_expr(k.conbin, k.conrelid) END,"
            + " k.condeferrable, k.condeferred, k.convalidated, @enforced, k.confmatchtype = 'f',"
            + " k.connoinherit, @emptied, @nulls, " + included("i")
            + FROM_TABLES + " JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid"
            + " LEFT JOIN pg_catalog.pg_class r ON r.oid = k.confrelid"
            + " LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace"
            + " LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u')"
            + " WHERE %s AND (k.contype IN ('p', 'u', 'c') OR (k.contype = 'f' AND k.conparentid = 0))"
            + " ORDER BY k.conname";

    /**
     * Indexes that stand for themselves, and those of exclusion constraints: not behind a key, and not what a failed
     * build has left. A collation is told where it is not the column's, an operator class where it is not the type's.
     */
    private static final String INDEXES = "SELECT n.nspname, c.relname, x.relname, i.indisunique,"
            + " (SELECT m.amname FROM pg_catalog.pg_am m WHERE m.oid = x.relam),"
            + " pg_catalog.pg_get_expr(i.indpred, i.indrelid), i.indkey[p.at - 1] = 0,"
            + " pg_catalog.pg_get_indexdef(i.indexrelid, p.at, false), a.attname,"
            + " i.indoption[p.at - 1] & 1 = 1, i.indoption[p.at - 1] & 2 = 2, " + included("i") + ","
            + " nullif(pg_catalog.concat_ws(' ',"
            + " CASE WHEN i.indcollation[p.at - 1] <> coalesce(a.attcollation, (SELECT t.typcollation"
            + " FROM pg_catalog.pg_type t WHERE t.oid = xa.atttypid)) THEN (SELECT 'COLLATE '"
            + " || pg_catalog.quote_ident(l.collname) FROM pg_catalog.pg_collation l"
            + " WHERE l.oid = i.indcollation[p.at - 1]) END,"
            + " (SELECT pg_catalog.quote_ident(o.opcname)"
            + " || coalesce('(' || pg_catalog.array_to_string(xa.attoptions, ', ') || ')', '')"
            + " FROM pg_catalog.pg_opclass o WHERE o.oid = i.indclass[p.at - 1]"
            + " AND (NOT o.opcdefault OR xa.attoptions IS NOT NULL))), ''),"
            + " @nulls, x.reloptions,"
            + " (SELECT CASE WHEN pg_catalog.pg_operator_is_visible(o.oid) THEN o.oprname::text"
            + " ELSE 'OPERATOR(' || pg_catalog.quote_ident(s.nspname) || '.' || o.oprname || ')' END"
            + " FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace s ON s.oid = o.oprnamespace"
            + " WHERE o.oid = e.conexclop[p.at]), e.condeferrable, e.condeferred"
            + FROM_TABLES + " JOIN pg_catalog.pg_index i ON i.indrelid = c.oid"
            + " JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid"
            + " CROSS JOIN LATERAL pg_catalog.generate_series(1, i.indnkeyatts) p(at)"
            + " JOIN pg_catalog.pg_attribute xa ON xa.attrelid = i.indexrelid AND xa.attnum = p.at"
            + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p.at - 1]"
            + " AND a.attnum > 0"
            + " LEFT JOIN pg_catalog.pg_constraint e ON e.conindid = i.indexrelid AND e.conrelid = i.indrelid"
            + " AND e.contype = 'x'"
            + " WHERE %s AND (i.indisvalid OR x.relkind = 'I') AND NOT EXISTS (SELECT 1 FROM"
            + " pg_catalog.pg_constraint k WHERE k.conrelid = i.indrelid AND k.conindid = i.indexrelid"
            + " AND k.contype IN ('p', 'u')) ORDER BY x.relname, p.at";

    /** Without those that number a column, which go with it: those of identity, and those from which a default takes. */
    static final String SEQUENCES = "SELECT c.relname, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,"
            + " s.seqcycle, pg_catalog.format_type(s.seqtypid, NULL), pg_catalog.obj_description(c.oid, 'pg_class'),"
            + " tn.nspname, t.relname, a.attname"
            + FROM_TABLES + " JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid"
            + " LEFT JOIN (pg_catalog.pg_depend d JOIN pg_catalog.pg_class t ON t.oid = d.refobjid"
            + " JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace"
            + " JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid)"
            + " ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid"
            + " AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjsubid > 0"
            + " AND d.deptype IN ('a', 'i') WHERE %s AND " + notOfAnExtension("pg_class", "c.oid")
            + " AND d.deptype IS DISTINCT FROM 'i'"
            + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attrdef f JOIN pg_catalog.pg_depend u"
            + " ON u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND u.objid = f.oid"
            + " AND u.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND u.refobjid = c.oid"
            + " WHERE f.adrelid = t.oid AND f.adnum = a.attnum)"
            + " ORDER BY c.relname";

    static final String ENUM_TYPES = "SELECT t.typname, (SELECT pg_catalog.array_agg(e.enumlabel::text ORDER BY"
            + " e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid),"
            + " pg_catalog.obj_description(t.oid, 'pg_type')"
            + " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
            + " WHERE %s AND t.typtype = 'e' AND " + notOfAnExtension("pg_type", "t.oid") + " ORDER BY t.typname";

    /** Tables, wherever they are, that have a column of a type or of lists of it; parts of tables follow their table. */
    static final String TABLES_OF_TYPE = "SELECT DISTINCT n.nspname, c.relname" + FROM_TABLES
            + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            + " AND a.attinhcount = 0"
            + " JOIN pg_catalog.pg_type e ON e.typtype = 'e' AND a.atttypid IN (e.oid, e.typarray)"
            + " JOIN pg_catalog.pg_namespace en ON en.oid = e.typnamespace"
            + " WHERE c.relkind IN ('r', 'p') AND en.nspname = ? AND e.typname = ? ORDER BY 1, 2";

    static final String SCHEMAS = "SELECT n.nspname, pg_catalog.obj_description(n.oid, 'pg_namespace')"
            + " FROM pg_catalog.pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
            + " ORDER BY n.nspname";

    static final String VIEWS = "SELECT c.relname, pg_catalog.pg_get_viewdef(c.oid), c.relkind = 'm',"
            + " pg_catalog.obj_description(c.oid, 'pg_class')" + FROM_TABLES
            + " WHERE %s AND c.relkind IN ('v', 'm') AND " + notOfAnExtension("pg_class", "c.oid")
            + " ORDER BY c.relname";

    private CatalogSql() {}

    static String constraints(ServerVersion version) {
        return ofVersion(CONSTRAINTS, version)
                .replace(
                        "@emptied",
                        version.isAtLeast(15, 0, 0) ? columns("k.conrelid", "k.confdelsetcols") : "NULL::text[]")
                .replace("@enforced", version.isAtLeast(18, 0, 0) ? "k.conenforced" : "true");
    }

    static String indexes(ServerVersion version) {
        return ofVersion(INDEXES, version);
    }

    private static String ofVersion(String query, ServerVersion version) {
        return query.replace("@nulls", version.isAtLeast(15, 0, 0) ? "i.indnullsnotdistinct" : "false");
    }

    private static String notOfAnExtension(String catalogue, String id) {
        return "NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend x WHERE x.classid = 'pg_catalog." + catalogue
                + "'::pg_catalog.regclass AND x.objid = " + id + " AND x.deptype = 'e')";
    }

    /** Columns that an index keeps and does not sort by. */
    private static String included(String index) {
        return "(SELECT pg_catalog.array_agg(y.attname::text ORDER BY u.at)"
                + " FROM pg_catalog.unnest(" + index + ".indkey::smallint[]) WITH ORDINALITY u(number, at)"
                + " JOIN pg_catalog.pg_attribute y ON y.attrelid = " + index + ".indrelid AND y.attnum = u.number"
                + " WHERE u.at > " + index + ".indnkeyatts)";
    }

    private static String columns(String table, String numbers) {
        return "(SELECT pg_catalog.array_agg(a.attname::text ORDER BY u.at) FROM pg_catalog.unnest(" + numbers
                + ") WITH ORDINALITY u(number, at) JOIN pg_catalog.pg_attribute a ON a.attrelid = " + table
                + " AND a.attnum = u.number)";
    }
}
