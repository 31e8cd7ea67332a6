package dev.migrate.execute;

import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionNode;
import dev.migrate.operation.CanonicalForm;
import dev.migrate.record.Recording;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Writes into the history: one row for each step that was begun, what, who, when, and how it ended. Rows are never
 * deleted.
 */
class HistoryWrites {

    private static final int SHORT = 255;

    /** What a row says happened to the version table. */
    enum Event {
        /** The revision was applied. */
        UP("up"),
        /** The revision was undone. */
        DOWN("down"),
        /** The row was written without running anything. */
        STAMP("stamp"),
        /** The row was deleted without running anything. */
        UNSTAMP("unstamp"),
        /** A migration that was changed after it was applied was accepted as it is. */
        REPAIR("repair");

        private final String word;

        Event(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Event of(Direction direction) {
            return direction == Direction.UP ? UP : DOWN;
        }
    }

    /**
     * What a row says of the revision.
     *
     * @param node its place in the graph
     * @param checksum its source's checksum, where it is known
     * @param recording what it recorded in the direction of the step
     */
    record Subject(RevisionNode node, Optional<String> checksum, Recording recording) {}

    private final OwnWrites own;
    private final OwnTables tables;
    private final RunOrigin origin;

    HistoryWrites(OwnWrites own, OwnTables tables, RunOrigin origin) {
        this.own = own;
        this.tables = tables;
        this.origin = origin;
    }

    /** Writes down that a step begins. */
    void begin(String step, Event event, Subject subject) throws SQLException {
        insert(step, event, subject, "started");
    }

    /** Writes down a change of the version table that runs nothing. */
    void stamped(String step, Event event, RevisionNode node) throws SQLException {
        insert(step, event, new Subject(node, Optional.empty(), new Recording(List.of(), "")), "done");
    }

    /** Writes down that a changed migration counts as what was applied. */
    void accepted(String step, Subject subject) throws SQLException {
        insert(step, Event.REPAIR, subject, "done");
    }

    /** Writes down another checksum of the same operations. */
    void reformatted(String step, String checksum) throws SQLException {
        expectOne(
                own.update("UPDATE " + tables.history() + " SET source_checksum = ? WHERE step = ?", checksum, step),
                step);
    }

    private void insert(String step, Event event, Subject subject, String status) throws SQLException {
        Recording recording = subject.recording();
        own.update(
                "INSERT INTO " + tables.history()
                        + " (step, version_table, revision, direction, down, depends_on, labels,"
                        + " operations, source_checksum, ops_hash, status, who, host, tool, environment, started)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + tables.now() + ")",
                step,
                tables.versionTable(),
                subject.node().id(),
                event.word(),
                String.join(" ", subject.node().downRevisions()),
                String.join(" ", subject.node().dependsOn()),
                String.join(" ", subject.node().branchLabels()),
                CanonicalForm.text(recording.operations()),
                subject.checksum().orElse(null),
                OperationsHash.of(recording).text(),
                status,
                cut(origin.who()),
                cut(origin.host()),
                cut(origin.tool()),
                cut(origin.environment()));
    }

    /** Writes down that a step goes on which an earlier run left half done. What was left to do may be corrected since. */
    void resume(String step, Subject subject) throws SQLException {
        Recording recording = subject.recording();
        expectOne(
                own.update(
                        "UPDATE " + tables.history() + " SET status = 'started', ended = NULL, error = NULL,"
                                + " operations = ?, source_checksum = ?, ops_hash = ?, who = ?, host = ?, tool = ?,"
                                + " environment = ? WHERE step = ?",
                        CanonicalForm.text(recording.operations()),
                        subject.checksum().orElse(null),
                        OperationsHash.of(recording).text(),
                        cut(origin.who()),
                        cut(origin.host()),
                        cut(origin.tool()),
                        cut(origin.environment()),
                        step),
                step);
    }

    /** Writes down that a step is complete. */
    void done(String step, long millis, int statements) throws SQLException {
        close(step, "done", millis, statements, Optional.empty());
    }

    /** Writes down that a step stopped, and why. */
    void failed(String step, long millis, int statements, String error) throws SQLException {
        close(step, "failed", millis, statements, Optional.of(error));
    }

    private void close(String step, String status, long millis, int statements, Optional<String> error)
            throws SQLException {
        expectOne(
                own.update(
                        "UPDATE " + tables.history() + " SET status = ?, ended = " + tables.now()
                                + ", millis = ?, statements = ?, error = ? WHERE step = ?",
                        status,
                        millis,
                        statements,
                        error.orElse(null),
                        step),
                step);
    }

    /** Closes, in one statement, the rows of runs that were cut off before anything of the step was in the database. */
    void closeAllCutOff() throws SQLException {
        own.update(
                "UPDATE " + tables.history() + " SET status = 'failed', ended = " + tables.now()
                        + ", error = 'the run ended before any of it took effect' WHERE version_table = ?"
                        + " AND status = 'started' AND step NOT IN (SELECT step FROM " + tables.journal() + ")",
                tables.versionTable());
    }

    /** Closes a half-done step whose end somebody has seen to. */
    void abandon(String step) throws SQLException {
        expectOne(
                own.update(
                        "UPDATE " + tables.history() + " SET status = 'abandoned', ended = " + tables.now()
                                + " WHERE step = ?",
                        step),
                step);
    }

    void expectOne(int hit, String step) {
        if (hit != 1) {
            throw VersionTable.changed(tables, "step " + step + " of " + tables.history() + " is gone");
        }
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SHORT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHORT));
    }
}
