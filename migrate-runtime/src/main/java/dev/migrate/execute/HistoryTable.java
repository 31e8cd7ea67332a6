package dev.migrate.execute;

import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionNode;
import dev.migrate.operation.CanonicalForm;
import dev.migrate.record.Recording;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One row for each step that was begun: what, who, when, and how it ended. Rows are never deleted. */
final class HistoryTable {

    private static final int SHORT = 255;
    private static final int SECONDS = "2026-04-10 12:00:00".length();

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

    /**
     * What a row tells of a recording.
     *
     * @param operations the canonical text
     * @param hash the text of an {@link OperationsHash}
     * @param when when the step began, by the server's clock
     * @param who who ran it
     */
    record Recorded(String operations, String hash, String when, String who) {}

    private final OwnStatements own;
    private final OwnTables tables;
    private final MigratorConfig config;

    HistoryTable(OwnStatements own, OwnTables tables, MigratorConfig config) {
        this.own = own;
        this.tables = tables;
        this.config = config;
    }

    /** Whether a row with this word says what is applied, rather than what is undone. */
    static boolean applies(String word) {
        return word.equals(Event.UP.word) || word.equals(Event.REPAIR.word);
    }

    static Direction direction(String word) {
        return word.equals(Event.DOWN.word) ? Direction.DOWN : Direction.UP;
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

    /** What a step recorded. */
    Recorded recorded(String step) throws SQLException {
        List<Recorded> found = own.query(
                "SELECT operations, ops_hash, started, who FROM " + tables.history() + " WHERE step = ?",
                row -> new Recorded(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)).orElse(""),
                        row.getString(3).substring(0, SECONDS),
                        row.getString(4)),
                step);
        expectOne(found.size(), step);
        return found.get(0);
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
                event.word,
                String.join(" ", subject.node().downRevisions()),
                String.join(" ", subject.node().dependsOn()),
                String.join(" ", subject.node().branchLabels()),
                CanonicalForm.text(recording.operations()),
                subject.checksum().orElse(null),
                OperationsHash.of(recording).text(),
                status,
                cut(config.who()),
                cut(config.host()),
                cut(config.tool()),
                cut(config.environment()));
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
                        cut(config.who()),
                        cut(config.host()),
                        cut(config.tool()),
                        cut(config.environment()),
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

    /** Closes the rows of runs that were cut off before anything of the step was in the database. */
    void closeCutOff() throws SQLException {
        // Looked for first: an update that scans would wait for the rows of other histories in the schema.
        List<String> cutOff = own.query(
                "SELECT step FROM " + tables.history()
                        + " WHERE version_table = ? AND status = 'started' AND step NOT IN" + " (SELECT step FROM "
                        + tables.journal() + ")",
                row -> row.getString(1),
                tables.versionTable());
        for (String step : cutOff) {
            own.update(
                    "UPDATE " + tables.history() + " SET status = 'failed', ended = " + tables.now()
                            + ", error = 'the run ended before any of it took effect' WHERE step = ?",
                    step);
        }
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

    /** The lines of a canonical text. A carriage return may be a part of one. */
    static List<String> lines(String canonical) {
        return canonical.isEmpty() ? List.of() : List.of(canonical.split("\n"));
    }

    /** What a step recorded when it began, one canonical line for each operation. */
    List<String> operations(String step) throws SQLException {
        List<String> text = own.query(
                "SELECT operations FROM " + tables.history() + " WHERE step = ?", row -> row.getString(1), step);
        return text.isEmpty() ? List.of() : lines(text.get(0));
    }

    private void expectOne(int hit, String step) {
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
