package dev.migrate.execute;

import dev.migrate.dialect.OwnWrite;
import dev.migrate.dialect.ScriptText;
import java.sql.SQLException;
import java.util.List;

/** Facts about the own tables and the database, by name. */
final class InfoTable {

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

    /** What marks a database in a script, unless it has a mark. */
    static List<OwnWrite> marking(OwnTables tables, EnvironmentMark mark) {
        return mark.equals(EnvironmentMark.NONE)
                ? List.of()
                : List.of(
                        inserting(tables, PRODUCTION, String.valueOf(mark.production())),
                        inserting(tables, ENVIRONMENT, mark.environment())); // last, since it tells of a mark
    }

    /** The row of the layout stands for the one row that a query without a table has: not every database knows those. */
    private static OwnWrite inserting(OwnTables tables, String name, String content) {
        return OwnWrite.of("INSERT INTO " + tables.info() + " (name, content) SELECT " + ScriptText.quoted(name) + ", "
                + ScriptText.quoted(content) + " FROM " + tables.info() + " WHERE name = '" + LAYOUT
                + "' AND NOT EXISTS (SELECT 1 FROM " + tables.info() + " WHERE name IN ('" + ENVIRONMENT + "', '" + name
                + "'))");
    }

    private void insert(String name, String content) throws SQLException {
        own.update("INSERT INTO " + tables.info() + " (name, content) VALUES (?, ?)", name, content);
    }
}
