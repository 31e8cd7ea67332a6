package dev.migrate.execute;

import java.sql.SQLException;

/** Facts about the own tables and the database, by name. */
final class InfoTable {

    private final OwnStatements own;
    private final OwnTables tables;

    InfoTable(OwnStatements own, OwnTables tables) {
        this.own = own;
        this.tables = tables;
    }

    /** Writes down how the own tables are laid out. */
    void writeLayout() throws SQLException {
        own.update("INSERT INTO " + tables.info() + " (name, content) VALUES ('layout', ?)", Standing.LAYOUT);
    }
}
