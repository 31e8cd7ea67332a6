package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.OfflineScript.Mark;
import dev.migrate.dialect.OwnWrite;
import dev.migrate.dialect.ScriptLanguage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Facts about the own tables and the database, by name. */
final class InfoTable {

    /** The table. */
    static final String NAME = "migrate_info";

    /** How the own tables are laid out. */
    static final String LAYOUT = "layout";

    /** The name of the environment that the database belongs to. */
    static final String ENVIRONMENT = "environment";

    /** Whether the database is in production: {@code true} or {@code false}. */
    static final String PRODUCTION = "production";

    private final OwnStatements own;
    private final OwnTables tables;

    InfoTable(OwnStatements own, OwnTables tables) {
        this.own = own;
        this.tables = tables;
    }

    /** A query of all that a run has to know: name and content. */
    static String query(OwnTables tables) {
        return "SELECT name, content FROM " + tables.info() + where();
    }

    /** Which rows a run has to know. */
    static String where() {
        return " WHERE name IN ('" + String.join("', '", List.of(LAYOUT, ENVIRONMENT, PRODUCTION)) + "')";
    }

    /** Writes down how the own tables are laid out. */
    void writeLayout() throws SQLException {
        insert(LAYOUT, Standing.LAYOUT);
    }

    /** Writes down what the database is, in place of what it was. */
    void writeMark(EnvironmentMark mark) throws SQLException {
        own.update("DELETE FROM " + tables.info() + " WHERE name IN ('" + ENVIRONMENT + "', '" + PRODUCTION + "')");
        insert(ENVIRONMENT, mark.environment());
        insert(PRODUCTION, String.valueOf(mark.production()));
    }

    /** What holds a database's mark against what a run is meant for, in a script. */
    static Mark heldAgainst(OwnTables tables, Dialect dialect, EnvironmentMark run) {
        String environment = content(tables, ENVIRONMENT, "");
        String production = content(tables, PRODUCTION, "false");
        return new Mark(
                "(" + environment + " <> '' OR " + production + " = 'true') AND (" + differs(environment, run, dialect)
                        + " OR " + production + " <> '" + run.production() + "')",
                environment,
                production,
                run.meant());
    }

    /** What a mark must not lose when another is written, in a script. */
    static Mark keptBy(OwnTables tables, Dialect dialect, EnvironmentMark wanted) {
        String environment = content(tables, ENVIRONMENT, "");
        String production = content(tables, PRODUCTION, "false");
        return new Mark(
                "(" + environment + " <> '' AND " + differs(environment, wanted, dialect) + ")"
                        + (wanted.production() ? "" : " OR " + production + " = 'true'"),
                environment,
                production,
                wanted.meant());
    }

    private static String differs(String environment, EnvironmentMark from, Dialect dialect) {
        ScriptLanguage language = dialect.scriptLanguage();
        return language.exactly(environment) + " <> " + language.exactly(dialect.literal(from.environment()));
    }

    private static String content(OwnTables tables, String name, String none) {
        return "COALESCE((SELECT content FROM " + tables.info() + " WHERE name = '" + name + "'), '" + none + "')";
    }

    /** What marks a database in a script, once nothing would be lost. */
    static List<OwnWrite> marking(OwnTables tables, Dialect dialect, EnvironmentMark mark) {
        if (mark.equals(EnvironmentMark.NONE)) {
            return List.of();
        }
        List<OwnWrite> writes = new ArrayList<>();
        writes.add(inserting(tables, dialect, PRODUCTION, String.valueOf(mark.production())));
        writes.add(inserting(tables, dialect, ENVIRONMENT, mark.environment())); // last, since it tells of a mark
        if (mark.production()) {
            writes.add(
                    OwnWrite.of("UPDATE " + tables.info() + " SET content = 'true' WHERE name = '" + PRODUCTION + "'"));
        }
        return writes;
    }

    /** The row of the layout stands for the one row that a query without a table has: not every database knows those. */
    private static OwnWrite inserting(OwnTables tables, Dialect dialect, String name, String content) {
        return OwnWrite.of("INSERT INTO " + tables.info() + " (name, content) SELECT '" + name + "', "
                + dialect.literal(content) + " FROM " + tables.info() + " WHERE name = '" + LAYOUT
                + "' AND NOT EXISTS (SELECT 1 FROM " + tables.info() + " WHERE name IN ('" + ENVIRONMENT + "', '" + name
                + "'))");
    }

    private void insert(String name, String content) throws SQLException {
        own.update("INSERT INTO " + tables.info() + " (name, content) VALUES (?, ?)", name, content);
    }
}
