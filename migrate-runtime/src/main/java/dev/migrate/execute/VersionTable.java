package dev.migrate.execute;

import dev.migrate.graph.RowChange;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.SQLException;

/** One row for each applied head. Each write says which row it expects to hit, and stops when it hits none. */
final class VersionTable {

    private static final String CONSTRAINT = "23"; // the class of the standard's states for a broken constraint

    private final OwnWrites own;
    private final OwnTables tables;

    VersionTable(OwnWrites own, OwnTables tables) {
        this.own = own;
        this.tables = tables;
    }

    void apply(RowChange change) throws SQLException {
        if (change.update().isPresent()) {
            RowChange.Replacement update = change.update().get();
            expectOne(
                    own.update(
                            "UPDATE " + tables.version() + " SET version_num = ? WHERE version_num = ?",
                            update.to(),
                            update.from()),
                    "row " + update.from() + " was to become " + update.to() + ", but it is gone");
        }
        for (String row : change.deleted()) {
            delete(row);
        }
        for (String row : change.inserted()) {
            insert(row);
        }
    }

    void delete(String row) throws SQLException {
        expectOne(
                own.update("DELETE FROM " + tables.version() + " WHERE version_num = ?", row),
                "row " + row + " was to be deleted, but it is gone");
    }

    void insert(String row) throws SQLException {
        try {
            own.update("INSERT INTO " + tables.version() + " (version_num) VALUES (?)", row);
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT)) {
                throw changed(tables, "row " + row + " was to be written, but it is there already");
            }
            throw e;
        }
    }

    private void expectOne(int hit, String otherwise) {
        if (hit != 1) {
            throw changed(tables, otherwise);
        }
    }

    static MigrateException changed(OwnTables tables, String what) {
        return new MigrateException(
                Problem.of(ProblemCode.CONCURRENT_CHANGE, what + ": something else wrote while this run held the lock")
                        .at("table " + tables.version())
                        .next("find out who changed the table, look with mvn migrate:current, then run again"));
    }
}
